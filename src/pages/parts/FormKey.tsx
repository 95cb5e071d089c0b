import type { Frame } from "../frame.ts";

/** The keeper's own mark in each form: another site cannot know it. Stands first, so that it is read before any file. */
export const FormKey = ({ frame }: { readonly frame: Frame }) => (
  <input type="hidden" name="form-key" value={frame.formKey} />
);

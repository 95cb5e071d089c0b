import { toHtml } from "hast-util-to-html";
import type { SafeTree } from "./sanitise.ts";

declare const safe: unique symbol;

/** HTML rendered from a sanitised tree; the only kind a page may show unescaped. */
export type SafeHtml = string & { readonly [safe]: true };

/** Renders a sanitised tree as HTML. */
export function renderHtml(tree: SafeTree): SafeHtml {
  // The cast holds: the tree is sanitised, and the library escapes text and attributes.
  return toHtml(tree, { omitOptionalTags: false, closeSelfClosing: false }) as SafeHtml;
}

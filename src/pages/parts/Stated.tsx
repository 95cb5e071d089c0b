import type { Say } from "../frame.ts";

/** A value ready to show: the author's words first, its usual form beside it when that is another. */
export interface StatedProps {
  readonly asWritten: string;
  /** `null` when it says nothing new. */
  readonly usualForm: string | null;
  /** `null` for values plainly read; else `guessed` or `checked by a person` in words. */
  readonly remark: string | null;
}

interface StatedListProps {
  readonly say: Say;
  readonly values: readonly StatedProps[];
  readonly language: string | null;
}

/** All values of a field, or *not stated*: a gap is never filled. */
export const Stated = ({ say, values, language }: StatedListProps) =>
  values.length === 0 ? (
    <span class="not-stated">{say("story.not-stated")}</span>
  ) : (
    <ul class="values">
      {values.map((value) => (
        <li>
          <span lang={language ?? undefined} class="as-written">
            {value.asWritten}
          </span>
          {value.usualForm === null ? null : (
            <span class="muted"> {say("story.usual-form", { value: value.usualForm })}</span>
          )}
          {value.remark === null ? null : <span class="muted"> {value.remark}</span>}
        </li>
      ))}
    </ul>
  );

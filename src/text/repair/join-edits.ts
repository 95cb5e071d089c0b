import type { Edit } from "./edit.ts";

/** Puts edits in order and joins those that touch and say the same: one word repaired is one repair. */
export function joinEdits(text: string, edits: readonly Edit[]): readonly Edit[] {
  if (edits.length < 2) return edits;
  const joined: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && edit.start < last.end) continue;
    const between = last === undefined ? undefined : text.slice(last.end, edit.start);
    if (last === undefined || between !== "" || last.code !== edit.code || last.detail !== edit.detail) {
      joined.push(edit);
      continue;
    }
    joined[joined.length - 1] = { ...last, end: edit.end, replacement: last.replacement + edit.replacement };
  }
  return joined;
}

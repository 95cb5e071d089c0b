import { edgeOf, type Wrap } from "./find-wrap.ts";
import { firstWordWidth } from "./first-word-width.ts";
import type { Line } from "./line.ts";
import { endsSentence } from "./sentence-signs.ts";

/** What opens a paragraph in a wrapped text, besides a blank line, which always does. */
export interface ParagraphMarks {
  /** A line indented more than the one before opens a paragraph; it is this text's habit. */
  readonly indent: boolean;
  /** A line indented less than the one before opens a paragraph: hanging indents, as scripts have them. */
  readonly outdent: boolean;
  /** A line that ends a sentence well before the margin closes a paragraph. */
  readonly shortLine: boolean;
}

/** Finds what opens a paragraph in a text, from all its lines. */
export function findParagraphMarks(
  text: string,
  lines: readonly Line[],
  wrap: Wrap | undefined,
): ParagraphMarks {
  if (wrap === undefined) return { indent: false, outdent: false, shortLine: false };
  let blank = 0;
  let rightIndents = 0;
  let wrongIndents = 0;
  let rightOutdents = 0;
  let wrongOutdents = 0;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at - 1]!;
    const next = lines[at]!;
    if (next.gap > 0) {
      blank++;
      continue;
    }
    const step = next.indent - line.indent;
    if (step > -2 && step < 2) continue;
    const ended = endsSentence(text, line) || edgeOf(line) + 1 + firstWordWidth(text, next) < wrap.width - 10;
    if (step > 0 && ended) rightIndents++;
    else if (step > 0) wrongIndents++;
    else if (ended) rightOutdents++;
    else wrongOutdents++;
  }
  const indent = rightIndents >= 2 && rightIndents >= wrongIndents * 3;
  const outdent = !indent && rightOutdents >= 2 && rightOutdents >= wrongOutdents * 3;
  const marked = blank + (indent ? rightIndents : 0) + (outdent ? rightOutdents : 0);
  return { indent, outdent, shortLine: !wrap.ragged || marked * 25 < lines.length };
}

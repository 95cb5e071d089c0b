import { countWords } from "../stories/count-words.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { PostingRead } from "./read-posting.ts";

const TALK =
  /^\s*(?:\[[^\]]{1,30}\]\s*)*(?:re|aw|sv|antw|admin|ot|off[- ]topic|meta|question|query|announce(?:ment)?|req(?:uest)?|search|chat|misc|welcome|intro|info|list ?mum|digest)\b|\bdigest\b.*\d/i;
const SHORT = 400;
const NOTHING = 25;

/**
 * Whether one of several postings is talk between readers and no story: an answer or a notice by its subject, without a header of its own,
 * or headers with next to nothing under them (the contents of a digest).
 */
export function isTalk(lines: LineTable, posting: PostingRead): boolean {
  const { head, tail, mails } = posting;
  if (mails.length === 0) return false;
  const titled = head.elements.some(
    ({ kind, labels }) => kind === "byline" || labels?.some(({ hit }) => hit.strength === "known") === true,
  );
  if (titled || tail.endMarker !== undefined) return false;
  const start = lines.start[head.bodyLine] ?? lines.text.length;
  const end = lines.end[Math.max(head.bodyLine, tail.bodyEndLine) - 1] ?? start;
  const words = end > start ? countWords(lines.text, start, end) : 0;
  if (words < NOTHING) return true;
  const subject = mails.at(-1)?.fields.get("subject");
  return subject !== undefined && words < SHORT && TALK.test(lines.text.slice(subject.start, subject.end));
}

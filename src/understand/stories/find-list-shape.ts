import type { TextKind } from "../../terms/index.ts";
import { isBlank, lineLength, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { measureTelling } from "./is-told.ts";

const SAMPLE = 300;
const LONGEST = 140;
const FEWEST = 4;
const FEWEST_QUESTIONS = 3;
const TOLD = 4;

const FILE = /^\W{0,4}[\w~-]{1,24}\.(?:txt|doc|html?|zip|lzh|arj|rtf|asc|wpd|shtml)\b/i;
const LABELLED = /\btitle\s*:.{2,90}\b(?:author|by|writer)\s*:/i;
const CREDITED = /^(?:\W|\d){0,14}["“']?\p{Lu}.{1,60}\sby:?\s+[\p{Lu}~*\d].{1,50}$/u;
const LEADERS = /\S ?(?:\.{4,}|(?: \.){4,})\s?\S/;
const HAS_LEADERS = /\.{4}|(?: \.){4}/;
const QUESTION = /^\W{0,3}(?:\d{1,2}[.):]|q\d{0,2}[.):]|[a-z][.)])\s.{4,}\?\W{0,2}$/i;

/**
 * Gives `index` for a text that lists other texts (file names, title and author on a line, dotted leaders), `faq` for numbered questions;
 * nothing when most of it is something else, or when it tells a story.
 */
export function findListShape(lines: LineTable): TextKind | undefined {
  let seen = 0;
  let entries = 0;
  let questions = 0;
  for (let line = 0; line < lines.count && seen < SAMPLE; line++) {
    if (isBlank(lines, line)) continue;
    seen++;
    if (lineLength(lines, line) > LONGEST) continue;
    const words = lineText(lines, line);
    if (isEntry(words)) entries++;
    else if (words.includes("?") && QUESTION.test(words)) questions++;
  }
  const index = entries >= FEWEST && entries * 3 >= seen;
  const faq = questions >= FEWEST_QUESTIONS && questions * 8 >= seen;
  if (!index && !faq) return undefined;
  return measureTelling(lines, 0, lines.count) <= TOLD ? (index ? "index" : "faq") : undefined;
}

/** Each pattern is tried only on lines that hold the sign it cannot do without. */
function isEntry(words: string): boolean {
  const dot = words.indexOf(".");
  if (dot !== -1 && ((dot <= 28 && FILE.test(words)) || (HAS_LEADERS.test(words) && LEADERS.test(words))))
    return true;
  if (words.includes(":") && LABELLED.test(words)) return true;
  return words.includes("by") && CREDITED.test(words);
}

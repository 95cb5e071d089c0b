import { lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Element } from "./element.ts";

const SALUTATION = /^(?:dear|dearest|my dear|lieber?|hallo|hi|hello|hey)\b|,$/i;
const PLACE_OR_TIME =
  /\b\d{1,2}[:.]\d\d\b|\b(?:a\.?m\.?|p\.?m\.?)\b|,\s*[A-Z]{2}\b|\b(?:19|20)\d\d\b|\bday \d|\bstardate\b|,\s*(?:washington|california|new york|virginia|maryland)/i;

/** Whether a line under a title only says what it is: "A Concept for the X-Files". */
export function isRemarkLine(lines: LineTable, element: Element | undefined): boolean {
  return (
    element?.kind === "line" &&
    element.gap <= 1 &&
    /^\(?(?:an?|the|another)\s.{0,40}\b(?:story|tale|concept|vignette|fic|fanfic|crossover|idea|treatment|parody|poem|scene|drabble|romance|adventure)\b/i.test(
      lineText(lines, element.firstLine),
    )
  );
}

/** Whether an element is a paragraph on one long line: nobody wrapped, and often nobody left blank lines either. */
function isLongLine(lines: LineTable, { kind, firstLine, endLine }: Element): boolean {
  return kind === "prose" && endLine === firstLine + 1 && lineText(lines, firstLine).length > 110;
}

/** Whether element `at` is a line that can only be the story's title: the header named none, and a blank line follows. */
export function isTitleLine(lines: LineTable, elements: readonly Element[], at: number): boolean {
  const element = elements[at];
  const next = elements[at + 1];
  if (
    element?.kind !== "line" ||
    element.endLine !== element.firstLine + 1 ||
    next === undefined ||
    (next.gap === 0 && !isRemarkLine(lines, next) && !(at === 0 && isLongLine(lines, next)))
  )
    return false;
  const before = elements.slice(0, at);
  const titled = before.some(
    ({ kind, byline, labels }) =>
      kind === "byline" ||
      byline?.title !== undefined ||
      labels?.some(
        ({ hit, value }) => hit.rows.some((row) => row.field === "title") && value.end > value.start,
      ),
  );
  if (titled) return false;
  const words = lineText(lines, element.firstLine);
  if (
    words.length > 64 ||
    !/[\p{L}\d].*[\p{L}\d]/u.test(words) ||
    SALUTATION.test(words) ||
    PLACE_OR_TIME.test(words)
  )
    return false;
  if (/^["“][^"”]*["”]$/.test(words))
    return words.length < 40 && !/[.,!?]["”]$/.test(words) && (at === 0 || before.length > 0);
  if (/[.!?:;…]["”']?$/.test(words) && words !== words.toUpperCase()) return false;
  if (/^[("“‘'*~[]/.test(words) && !/^[*_~"“'].*[*_~"”']$/.test(words)) return false;
  if (/^\p{Ll}/u.test(words)) return false;
  return (
    element.gap > 0 ||
    before.length === 0 ||
    before.at(-1)?.kind === "separator" ||
    before.at(-1)?.kind === "labels"
  );
}

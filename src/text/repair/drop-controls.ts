import type { Edit } from "./edit.ts";

const HAS_CONTROL = /[\x00-\x08\x0e-\x1f\x7f]/;
/** Colour and cursor codes of terminals and BBSes. */
const ESCAPE_CODE = String.raw`\x1b\[[0-9;?=]{0,20}[A-Za-z]|\x1b[()][AB0-2]`;
/** A printer's bold and underline: a letter struck over itself, or over a line. */
const OVERSTRIKE = String.raw`[^\x00-\x1f]\x08(?=[^\x00-\x1f])`;
const PLACES = new RegExp(
  `${ESCAPE_CODE}|${OVERSTRIKE}|(?<! )\\x1a[\\x00\\x1a]*|[\\x00-\\x08\\x0b\\x0e-\\x19\\x1b-\\x1f\\x7f]+`,
  "g",
);

/**
 * Finds control characters that show nothing: ^Z at the end of DOS texts, holes of NULs, colour codes, overstriking.
 *
 * Tabs, line ends and form feeds stay, and a ^Z between words that somebody meant. Of two different letters struck over each other both stay.
 */
export function dropControls(text: string): Edit[] {
  if (!HAS_CONTROL.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: place, index: start } of text.matchAll(PLACES)) {
    const end = start + place.length;
    const struck = place.length === 2 && place[1] === "\b" ? place[0] : undefined;
    const losesLetter = struck !== undefined && struck !== "_" && struck !== text[end];
    edits.push({
      start,
      end,
      replacement: losesLetter ? struck : "",
      code: "T-010",
      detail: describeControl(place),
    });
  }
  return edits;
}

function describeControl(place: string): string {
  if (place.startsWith("\x1b")) return "A terminal's colour or cursor code.";
  if (place.includes("\b")) return "Letters struck over each other by a printer.";
  if (place.startsWith("\x1a")) return "The mark ^Z by which DOS ended a text.";
  return place.startsWith("\x00") ? "A hole of NULs." : "A control character that shows nothing.";
}

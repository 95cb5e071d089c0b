import { decodeText } from "../decode-text.ts";
import type { Edit } from "./edit.ts";

const MAY_HOLD = /=(?:[0-9A-F]{2}|\r?\n)/;
/** Codes that mail programs wrote for signs and blanks; others only count beside these. */
const TELLING =
  /=(?:20|3D|2E|09|0D|0A|E2=80=[9A][0-9A-F]|C3=[89AB][0-9A-F]|9[1-7]|A0|[CDEF][0-9A-F])|[^\s=]=\r?\n(?=\S)/g;
const PLACES = /(?:=[0-9A-F]{2})+|=[ \t]{0,2}\r?\n/g;
const FAIR_LINE = 60;
const LEAST_PLACES = 3;
const DETAIL = "Quoted-printable of a mail that nobody undid.";

/**
 * Finds quoted-printable that was left in a text: `=20`, `=3D`, `=E9`, and lines broken by `=`.
 *
 * Only when a text holds several places of kinds that nobody types; an address with `?id=20` alone is left. A word's bytes are
 * read as UTF-8 where they are, else as windows-1252.
 */
export function undoQuotedPrintable(text: string): Edit[] {
  if (!MAY_HOLD.test(text) || !isEvident(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: place, index: start } of text.matchAll(PLACES)) {
    const replacement = place.endsWith("\n") ? readSoftEnd(text, start) : readCodes(place);
    if (replacement === undefined) continue;
    edits.push({ start, end: start + place.length, replacement, code: "T-007", detail: DETAIL });
  }
  return edits;
}

function isEvident(text: string): boolean {
  let places = 0;
  for (const { index } of text.matchAll(TELLING)) {
    // In the address of a page such a code is a value.
    if (/[?&][\w.%]{0,30}$/.test(text.slice(Math.max(0, index - 32), index))) continue;
    places++;
    if (places >= LEAST_PLACES) return true;
  }
  return false;
}

/** A soft line end joins; one after a rule of `=====` or a short line was typed. */
function readSoftEnd(text: string, at: number): string | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  return at - lineStart < FAIR_LINE || text[at - 1] === "=" ? undefined : "";
}

function readCodes(codes: string): string | undefined {
  const bytes = Buffer.from(codes.replaceAll("=", ""), "hex");
  const utf8 = bytes.toString("utf8");
  if (!utf8.includes("\ufffd")) return isTyped(utf8) ? utf8 : undefined;
  return decodeText(bytes, "windows-1252").text;
}

/** Control codes but line ends and tabs are no text. */
function isTyped(text: string): boolean {
  return !/[\x00-\x08\x0b-\x1f\x7f]/.test(text.replaceAll("\r", ""));
}

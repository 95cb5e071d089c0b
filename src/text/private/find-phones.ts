import { isPhoneShape, type NumberShape } from "./is-phone-shape.ts";
import type { PrivateSpan } from "./private-span.ts";

/** Between two groups: never a line end. */
const SEPARATOR = /[ \t\u00a0]{0,2}[-./()\u2010-\u2013]{1,2}[ \t\u00a0]{0,2}|[ \t\u00a0]{1,2}/y;
const DIGITS = /\d+/y;
const OPENING = /(?:\+|\(|\+[ ]?\(|\([ ]?\+)[ ]?$/;
const EXTENSION = /[ ,]{0,2}(?:x|ext\.?|extension|app\.)[ ]?\d{1,5}/iy;
const NEAR_WORD =
  /(?<!\p{L})(?:(tele?(?:phone|fon|fax)?|phones?|ph|fax|bbs|pager|whatsapp|icq|uin|fon|тел|телефон)|voice|call|mobile|cell|handy|modem|data|ring)(?!\p{L})[^\n\d]{0,16}$/iu;
const NO_PHONE_WORD =
  /\b(?:isbn|issn|doi|badge|case|file|serial|registry|lines|article|message-id)\b[^\n\d]{0,10}$/i;
const GLUED_BEFORE = /[\p{L}\d$£€#@_%=:,.&*^~/\\-]$/u;
const LONGEST_CANDIDATE = 8;

/**
 * Finds telephone numbers: with a plus, in the shapes of America, Britain, Germany, France and Russia, and any number after
 * a word such as `Tel.`; never dates, years, times, scores, word counts or ISBNs.
 */
export function findPhones(text: string, groups: readonly number[]): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  let done = 0;
  for (const start of groups) {
    if (start < done) continue;
    const shape = readShape(text, start, done);
    if (shape === undefined || !isPhoneShape(shape)) continue;
    EXTENSION.lastIndex = shape.end;
    const end = shape.end + (EXTENSION.exec(text)?.[0].length ?? 0);
    spans.push({ kind: "phone", range: { start: shape.start, end } });
    done = end;
  }
  return spans;
}

/** Reads the groups of digits from an offset on, with what stands around them. */
function readShape(text: string, first: number, done: number): NumberShape | undefined {
  const opening = OPENING.exec(text.slice(Math.max(done, first - 4), first))?.[0] ?? "";
  const start = first - opening.length;
  const digits: string[] = [];
  const separators: string[] = [];
  let end = first;
  while (digits.length < LONGEST_CANDIDATE) {
    DIGITS.lastIndex = end + (separators.at(-1)?.length ?? 0);
    const group = DIGITS.exec(text)?.[0];
    if (group === undefined) {
      separators.pop();
      break;
    }
    end = DIGITS.lastIndex;
    digits.push(group);
    SEPARATOR.lastIndex = end;
    const separator = SEPARATOR.exec(text)?.[0];
    if (separator === undefined) break;
    separators.push(separator);
  }
  if (separators.length === digits.length) separators.pop();
  const total = digits.reduce((sum, group) => sum + group.length, 0);
  if (total < 5 || total > 16) return undefined;
  const after = text.charAt(end);
  if (/[\p{L}\d%@_]/u.test(after) && !/^\s?(?:x|ext)/i.test(text.slice(end, end + 4))) return undefined;
  const before = text.slice(Math.max(0, start - 40), start);
  if (NO_PHONE_WORD.test(before)) return undefined;
  const near = NEAR_WORD.exec(before);
  const named = near !== null && (near[1] !== undefined || total >= 7);
  if (!named && opening === "" && GLUED_BEFORE.test(before)) return undefined;
  const rest = text.slice(end, end + 12);
  return { start, end, digits, separators, opening, named, rest };
}

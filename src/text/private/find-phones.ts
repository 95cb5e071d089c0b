import { isPhoneShape, type NumberShape } from "./is-phone-shape.ts";
import type { PrivateSpan } from "./private-span.ts";

const BLANKS = makeSet(" \t\u00a0");
const STROKES = makeSet("-./()\u2010\u2011\u2012\u2013");
const OPENING = /(?:\+|\(|\+[ ]?\(|\([ ]?\+)[ ]?$/;
const EXTENSION = /[ ,]{0,2}(?:x|ext\.?|extension|app\.)[ ]?\d{1,5}/iy;
const NEAR_WORD =
  /(?<!\p{L})(?:(tele?(?:phone|fon|fax)?|phones?|ph|fax|bbs|pager|whatsapp|icq|uin|fon|тел|телефон)|voice|call|mobile|cell|handy|modem|data|ring)(?!\p{L})[^\n\d]{0,16}$/iu;
const NO_PHONE_WORD =
  /\b(?:isbn|issn|doi|badge|case|file|serial|registry|lines|article|message-id)\b[^\n\d]{0,10}$/i;
const GLUED_BEFORE = /[\p{L}\d$£€#@_%=:,.&*^~/\\-]$/u;
const MOST_GROUPS = 8;
/** No shape that speaks for itself and begins with a single digit has more. */
const MOST_GROUPS_ALONE = 5;
/** Over the opening and the sixteen signs that may stand after a word. */
const NAME_REACH = 24;

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
    if (shape === undefined) continue;
    EXTENSION.lastIndex = shape.end;
    const end = shape.end + (EXTENSION.exec(text)?.[0].length ?? 0);
    spans.push({ kind: "phone", range: { start: shape.start, end } });
    done = end;
  }
  return spans;
}

/** Reads the groups of digits from an offset on, with what stands around them; the costly looks come last. */
function readShape(text: string, first: number, done: number): NumberShape | undefined {
  if (isHopeless(text, first)) return undefined;
  const { digits, separators, end } = readGroups(text, first);
  const total = digits.reduce((sum, group) => sum + group.length, 0);
  if (total < 5 || total > 16) return undefined;
  const after = text.charAt(end);
  if (/[\p{L}\d%@_]/u.test(after) && !/^\s?(?:x|ext)/i.test(text.slice(end, end + 4))) return undefined;
  const opening = OPENING.exec(text.slice(Math.max(done, first - 4), first))?.[0] ?? "";
  const start = first - opening.length;
  const rest = text.slice(end, end + 12);
  const shape = { start, end, digits, separators, opening, rest };
  const isClear = isPhoneShape({ ...shape, named: false });
  if (!isClear && !isPhoneShape({ ...shape, named: true })) return undefined;
  const before = text.slice(Math.max(0, start - 40), start);
  if (NO_PHONE_WORD.test(before)) return undefined;
  const near = NEAR_WORD.exec(before);
  const named = near !== null && (near[1] !== undefined || total >= 7);
  if (!named && (!isClear || (opening === "" && GLUED_BEFORE.test(before)))) return undefined;
  return { ...shape, named };
}

/** Many groups that begin with a lone digit are a number only after a plus or a word: nearly all tables and rows end here. */
function isHopeless(text: string, first: number): boolean {
  if (isDigit(text.charCodeAt(first + 1))) return false;
  let groups = 0;
  for (let at = first; groups <= MOST_GROUPS_ALONE; groups++) {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) break;
    at = skipSeparator(text, at);
  }
  return groups > MOST_GROUPS_ALONE && !mayBeNamed(text, first);
}

/** Whether a plus, or a letter with no digit or line end between, stands near before. */
function mayBeNamed(text: string, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - NAME_REACH); at--) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || code === 0x0a) return false;
    if (code === 0x2b || code > 0x7f || (code | 32) >= 0x61) return true;
  }
  return false;
}

interface Groups {
  readonly digits: readonly string[];
  readonly separators: readonly string[];
  readonly end: number;
}

function readGroups(text: string, first: number): Groups {
  const digits: string[] = [];
  const separators: string[] = [];
  let end = first;
  for (let at = first; digits.length < MOST_GROUPS;) {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === start) break;
    if (digits.length > 0) separators.push(text.slice(end, start));
    digits.push(text.slice(start, at));
    end = at;
    at = skipSeparator(text, at);
    if (at === end) break;
  }
  return { digits, separators, end };
}

/** Blanks, at most two strokes, blanks: never a line end. */
function skipSeparator(text: string, start: number): number {
  let at = skipWhile(text, start, BLANKS);
  at = skipWhile(text, at, STROKES);
  return skipWhile(text, at, BLANKS);
}

function skipWhile(text: string, start: number, signs: ReadonlySet<number>): number {
  if (!signs.has(text.charCodeAt(start))) return start;
  return signs.has(text.charCodeAt(start + 1)) ? start + 2 : start + 1;
}

function makeSet(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

import { endsLikeHost, MAIL_HOSTS, NO_LOCAL_PARTS, UUCP_HUBS } from "./mail-words.ts";
import type { PrivateSpan } from "./private-span.ts";
import { readDomain, type Domain } from "./read-domain.ts";

/** Where an address may be: found by the engine's fast search, as it runs over every text. */
const TRIGGER = /[@!([&]|(?<![A-Za-z])[Aa][Tt](?![A-Za-z])|AT/g;
/** "at" in a disguise that nobody uses in prose: brackets, stars, strokes around it, or the sign itself as an entity. */
const BRACKETED_AT =
  /[ \t]{0,2}(?:[([{<*][ \t]?(?:at|ät|a|@|&#64;)[ \t]?[)\]}>*]|[_-]{1,2}at[_-]{1,2}|&#(?:64|x40);)[ \t]{0,2}(?:\r?\n[> \t]{0,4})?/iuy;
/** "at" as a plain word. */
const WORD_AT = /[ \t]{1,2}at[ \t]{1,2}|AT(?=[a-z])/iuy;
const CAMEL_AT = /AT(?=[a-z])/y;
/** The sign itself, with a blank or a line end on one side or both. */
const SIGN = /[ \t]?@[ \t]?(?:\r?\n[> \t]{0,4})?/y;

/** `(`, `[`, `{`, `<`, `*`, `_` and `-`. */
const BRACKETS: ReadonlySet<number> = new Set([0x28, 0x5b, 0x7b, 0x3c, 0x2a, 0x5f, 0x2d]);

const LOCAL_CHARACTER = /[\p{L}\p{N}._%+~!&$-]/u;
const LOCAL_EDGES = /^[._%+~!&$-]+/;
const LONGEST_LOCAL = 80;
const LABEL_BEFORE =
  /(?:mail|feedback|contact|address|from|reply|comments?|author|by|send|write)[^\n]{0,24}$/i;
const PATH = /(?:\.{1,3}!)?\{?[a-z0-9][\w.,-]{0,60}\}?(?:!\{?[\w.,-]{1,60}\}?){1,20}/iy;

/**
 * Finds e-mail addresses, plain or disguised: `jo@example.org`, `jo at example dot org`, `jo (at) example.org`, `joATexampleDOTorg`,
 * split over a line, paths of the old net (`...!uunet!host!jo`).
 *
 * "at" as a word is common, so it counts only before a host that gives mailboxes, a spelled dot, or after a label such as `E-mail:`.
 */
export function findEmails(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  let done = 0;
  let pathEnd = 0;
  TRIGGER.lastIndex = 0;
  for (let trigger = TRIGGER.exec(text); trigger !== null; trigger = TRIGGER.exec(text)) {
    // What was read as part of a path that led to nobody is not read again from its next host.
    if (text[trigger.index] === "!" && trigger.index < pathEnd) continue;
    const span = readTrigger(text, trigger.index, done);
    if (text[trigger.index] === "!" && span === undefined) pathEnd = findPathEnd(text, trigger.index, done);
    if (span === undefined || span.range.end <= done) continue;
    const start = Math.max(done, span.range.start);
    done = span.range.end;
    spans.push({ kind: "email", range: { start, end: done } });
    TRIGGER.lastIndex = Math.max(TRIGGER.lastIndex, done);
  }
  return spans;
}

function readTrigger(text: string, at: number, done: number): PrivateSpan | undefined {
  const sign = text[at];
  if (sign === "@") return readSign(text, at);
  if (sign === "!") return readPath(text, at, done);
  if (sign === "a" || sign === "A") return readWord(text, at);
  return readBracketed(text, at);
}

function readSign(text: string, at: number): PrivateSpan | undefined {
  const isSpaced = isBlank(text.charCodeAt(at - 1));
  const from = isSpaced ? at - 1 : at;
  SIGN.lastIndex = from;
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const tight = sign === "@";
  const local = readLocal(text, from);
  const domain = readDomain(text, from + sign.length);
  if (local === undefined || domain === undefined) return undefined;
  if (tight) return isTightAddress(text.slice(local, from), domain) ? email(local, domain.end) : undefined;
  const word = text.slice(local, from).toLowerCase();
  return endsLikeHost(domain.labels) && !NO_LOCAL_PARTS.has(word) ? email(local, domain.end) : undefined;
}

/** Letters in disguise (`s@m`, `wh@tever`) are no address; old hosts without a dot are. */
function isTightAddress(local: string, domain: Domain): boolean {
  if (!domain.labels.some((label) => /\p{L}/u.test(label))) return false;
  if (domain.labels.length > 1) return true;
  const host = domain.labels[0] ?? "";
  return (local.length >= 3 && host.length >= 3) || /\d/.test(local + host);
}

function readWord(text: string, at: number): PrivateSpan | undefined {
  const before = text.charCodeAt(at - 1);
  const camel = isCamelAt(text, at);
  if (!camel && !isBlank(before)) return BRACKETS.has(before) ? readBracketed(text, at - 1) : undefined;
  if (BRACKETS.has(text.charCodeAt(at - 2))) return readBracketed(text, at - 2);
  const from = camel ? at : at - 1;
  const pattern = camel ? CAMEL_AT : WORD_AT;
  pattern.lastIndex = from;
  const word = pattern.exec(text)?.[0];
  const domain = word === undefined ? undefined : readDomain(text, from + word.length);
  if (word === undefined || domain === undefined || !endsLikeHost(domain.labels)) return undefined;
  const local = readLocal(text, from);
  if (local === undefined) return undefined;
  const name = text.slice(local, from);
  if (NO_LOCAL_PARTS.has(name.toLowerCase()) || NO_LOCAL_PARTS.has(domain.labels[0] ?? "")) return undefined;
  const trusted =
    camel ||
    domain.spelled ||
    /[\d_]|\.[a-z]/i.test(name) ||
    MAIL_HOSTS.has(domain.labels.at(-2) ?? "") ||
    LABEL_BEFORE.test(text.slice(Math.max(0, local - 40), local));
  return trusted ? email(local, domain.end) : undefined;
}

function isCamelAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x41 || text.charCodeAt(at + 1) !== 0x54) return false;
  return /[a-z0-9]/.test(text[at - 1] ?? "") && /[a-z]/.test(text[at + 2] ?? "");
}

function readBracketed(text: string, bracket: number): PrivateSpan | undefined {
  const from = isBlank(text.charCodeAt(bracket - 1)) ? bracket - 1 : bracket;
  BRACKETED_AT.lastIndex = from;
  const sign = BRACKETED_AT.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const domain = readDomain(text, from + sign.length);
  const local = readLocal(text, from);
  if (domain === undefined || local === undefined || !endsLikeHost(domain.labels)) return undefined;
  return email(local, domain.end);
}

/** Gives where the part before the sign starts; `undefined` when nothing that could be one stands there. */
function readLocal(text: string, end: number): number | undefined {
  if (text[end - 1] === '"') {
    const quote = text.lastIndexOf('"', end - 2);
    return quote >= end - LONGEST_LOCAL && quote !== -1 && !text.slice(quote, end).includes("\n")
      ? quote
      : undefined;
  }
  let start = end;
  while (start > 0 && end - start < LONGEST_LOCAL && LOCAL_CHARACTER.test(text[start - 1] as string)) start--;
  const edges = LOCAL_EDGES.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + edges < end ? start + edges : undefined;
}

function findPathStart(text: string, bang: number, done: number): number {
  let start = bang;
  while (start > done && bang - start < LONGEST_LOCAL && /[\w.{},-]/.test(text[start - 1] as string)) start--;
  return start;
}

/** Gives the end of the path around an exclamation mark, or 0 when it is none. */
function findPathEnd(text: string, bang: number, done: number): number {
  if (!/[a-z{]/i.test(text[bang + 1] ?? "")) return 0;
  PATH.lastIndex = findPathStart(text, bang, done);
  return PATH.test(text) ? PATH.lastIndex : 0;
}

/** A path counts when one of its hosts was a known exchange: `evil!Spike` is a way to name a character. */
function readPath(text: string, bang: number, done: number): PrivateSpan | undefined {
  const start = findPathStart(text, bang, done);
  if (text[bang + 1] === undefined || !/[a-z{]/i.test(text[bang + 1] as string)) return undefined;
  PATH.lastIndex = start;
  const path = PATH.exec(text)?.[0];
  if (path === undefined) return undefined;
  const hosts = path.toLowerCase().split(/[!{},]+/);
  return hosts.some((host) => UUCP_HUBS.has(host)) ? email(start, start + path.length) : undefined;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function email(start: number, end: number): PrivateSpan {
  return { kind: "email", range: { start, end } };
}

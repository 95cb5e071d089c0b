import type { TextRange } from "../../terms/index.ts";
import { findAddress } from "../values/parse-email.ts";
import { unwrapRange } from "../values/trim-range.ts";

/** Name and address of a `From:` header. */
export interface Sender {
  readonly name: TextRange | undefined;
  readonly address: TextRange | undefined;
}

/** Gives who a `From:` header names: `x@y (Name)`, `Name <x@y>`, or the address alone. */
export function readFrom(text: string, value: TextRange): Sender {
  const address = findAddress(text, value.start, value.end);
  const words = text.slice(value.start, value.end);
  const bracketed = /\(([^()]{2,60}(?:\([^)]*\))?)\)\s*$/.exec(words);
  if (bracketed?.[1] !== undefined) {
    const start = value.start + bracketed.index + 1;
    return { name: { start, end: start + bracketed[1].length }, address };
  }
  const before = /^\s*["']?([^<"@]{2,60}?)["']?\s*</.exec(words);
  if (before?.[1] !== undefined) {
    const start = value.start + words.indexOf(before[1]);
    return { name: unwrapRange(text, { start, end: start + before[1].length }), address };
  }
  const plain = address === undefined ? unwrapRange(text, value) : undefined;
  return { name: plain !== undefined && plain.end - plain.start < 50 ? plain : undefined, address };
}

import type { ValuePart } from "./value-part.ts";

const ADDRESS =
  /[\w.&'+-]+\s?@\s?(?:[\w-]+\.)+[\w-]{2,}|[\w.&'+-]+@(?:[\w-]+\.)*\.\.\.|[\w.&+-]+@\.\.\.|[\w.+-]+\s?(?:\(at\)|\[at\]|\{at\}|_at_|\(@\)|<at>)\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\]|_dot_)\s?[\w-]{2,})+|[\w.+-]+\sat\s[\w-]+(?:\sdot\s\w{2,})+/i;

/** Gives the first mail address in a stretch of text, disguised ones included. */
export function findAddress(text: string, from: number, to: number): ValuePart | undefined {
  const found = ADDRESS.exec(text.slice(from, Math.min(to, from + 4000)));
  if (found === null) return undefined;
  const start = from + found.index;
  return { start, end: start + found[0].replace(/(?<!\.\.)[.,;'-]+$/, "").length };
}

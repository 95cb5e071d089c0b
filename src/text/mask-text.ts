import type { TextRange } from "../terms/index.ts";

const HIDDEN = "•";

/** Kept, so that the shape stays: line ends, and the sign that says "here was an address". */
const KEPT = new Set([0x0a, 0x0d, 0x40]);

/**
 * Gives the text with the named stretches hidden, at equal length: every range stays true.
 *
 * Each UTF-16 unit becomes `•`; `@` and line ends stay. Stretches may overlap and need no order.
 */
export function maskText(text: string, spans: readonly { readonly range: TextRange }[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const { range } of spans.toSorted((a, b) => a.range.start - b.range.start)) {
    const start = Math.max(done, range.start);
    const end = Math.min(text.length, range.end);
    if (end <= start) continue;
    pieces.push(text.slice(done, start), maskStretch(text, start, end));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}

function maskStretch(text: string, start: number, end: number): string {
  let masked = "";
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    masked += KEPT.has(code) ? String.fromCharCode(code) : HIDDEN;
  }
  return masked;
}

import type { TextRange } from "../../terms/index.ts";
import { trimRange } from "./trim-range.ts";

const ENDS = new Set(["and", "und", "et", "y", "и", "&"]);

/** Gives the items between commas, semicolons, bars, bullets and line breaks, brackets kept whole; with `words` also between "and"s. */
export function splitList(
  text: string,
  from: number,
  to: number,
  options: { readonly words?: boolean; readonly slashes?: boolean; readonly spaces?: boolean } = {},
): readonly TextRange[] {
  const items: TextRange[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number, next: number): void => {
    const item = trimRange(text, start, end);
    if (item.end > item.start) items.push(item);
    start = next;
  };
  for (let at = from; at < to; at++) {
    const sign = text[at] ?? "";
    if (sign === "(" || sign === "[") depth++;
    else if ((sign === ")" || sign === "]") && depth > 0) depth--;
    if (depth > 0) continue;
    if (sign === "," || sign === ";" || sign === "|" || sign === "•" || sign === "、") push(at, at + 1);
    else if (sign === "/" && options.slashes === true) push(at, at + 1);
    else if (options.spaces === true && sign === " " && text[at + 1] === " ") push(at, at + 1);
    else if (options.words === true && sign === " ") {
      const stop = text.indexOf(" ", at + 1);
      if (stop !== -1 && stop < to && ENDS.has(text.slice(at + 1, stop).toLowerCase())) {
        push(at, stop + 1);
        at = stop;
      }
    }
  }
  push(to, to);
  return items.map((item) => dropLeadingAnd(text, item));
}

function dropLeadingAnd(text: string, item: TextRange): TextRange {
  const lead = /^(?:and|und|et|&)\s+/i.exec(text.slice(item.start, Math.min(item.end, item.start + 5)));
  return lead === null ? item : { start: item.start + lead[0].length, end: item.end };
}

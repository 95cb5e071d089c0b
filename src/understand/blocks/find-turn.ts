import type { Line } from "./line.ts";

/** How a line opens a turn of its own: in a chat log, a script in capitals, a script in plain names, a list. */
export type Turn = "chat" | "cue" | "name" | "item";

/** Nothing that opens a turn is longer than this. */
const LONGEST = 60;

const CHAT =
  /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?\s*)?<[@+]?[^\s<>]{1,30}>(?:\s|$)|^[[(]?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?\s*[-\w^|`[\]]{1,24}:\s|^\*{1,3} [-\w^|`[\]]{1,24} (?:has |is |sets )/i;
const CUE = /^\p{Lu}[\p{Lu}\d .'’#&-]{0,30}(?:\s?[([][^)\]]{1,30}[)\]])?:(?:\s|$)/u;
const NAME = /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20})?(?:\s?[([][^)\]]{1,30}[)\]])?:\s/u;
const ITEM = /^(?:[-*•·+o]|\d{1,2}[.)]|\(?[a-z\d][)])\s+\S/;

/** Finds how a line opens a turn; `undefined` when it opens none. */
export function findTurn(text: string, line: Line): Turn | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST));
  const first = head.charCodeAt(0);
  if (first === 60 || first === 91 || first === 40 || (first >= 48 && first <= 57) || first === 42) {
    if (CHAT.test(head)) return "chat";
    return ITEM.test(head) ? "item" : undefined;
  }
  if (head.includes(":")) {
    if (CUE.test(head)) return "cue";
    if (NAME.test(head)) return "name";
  }
  return ITEM.test(head) ? "item" : undefined;
}

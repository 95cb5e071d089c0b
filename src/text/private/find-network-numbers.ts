import type { PrivateSpan } from "./private-span.ts";

/** CompuServe numbers are octal: `70001,123`. */
const COMPUSERVE = /\[?\b(?:7[0-7]{4}|10[0-7]{4}),[0-7]{2,5}\b\]?(?![,.]?\d)/y;
/** FidoNet: zone, net, node, point: `1:234/56.7`. */
const FIDONET = /\b[1-7]:\d{2,5}\/\d{1,5}(?:\.\d{1,4})?\b(?!\/)/y;

/** Finds mailboxes of the networks that numbered their members: CompuServe, FidoNet. */
export function findNetworkNumbers(text: string, groups: readonly number[]): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const start of groups) {
    const before = text.charCodeAt(start - 1);
    if (before === 0x2c || before === 0x2e || before === 0x3a || before === 0x24) continue;
    const length = matchLength(COMPUSERVE, text, start) || matchLength(FIDONET, text, start);
    if (length > 0) spans.push({ kind: "email", range: { start, end: start + length } });
  }
  return spans;
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

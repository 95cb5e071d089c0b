/** A host as it stands in a text. */
export interface Domain {
  readonly end: number;
  /** Labels in lower case, such as `["example", "com"]`. */
  readonly labels: readonly string[];
  /** Whether a dot was written as a word. */
  readonly spelled: boolean;
}

const LABEL = /[\p{L}\p{N}_*-]{1,80}/uy;
const CAMEL_LABEL = /[\p{L}\p{N}_*-]{1,80}?(?=DOT[a-z])/uy;
const PLAIN_DOT = /\.(?=[\p{L}\p{N}_*-])/uy;
/** After a line end only the last labels of a host are believed: anything else begins the next sentence. */
const BROKEN_DOT = /\.[ \t]{0,3}\r?\n[> \t]{0,6}(?=(?:com|net|org|edu|gov|co|ac|de|uk|ca|au)\b)/iuy;
const SPELLED_DOT =
  /[ \t]{0,2}[([{<][ \t]?(?:dot|punkt|point|\.)[ \t]?[)\]}>][ \t]{0,2}|[ \t]{1,2}(?:dot|punkt)[ \t]{1,2}|DOT(?=[a-z])/iuy;
const IP_ADDRESS = /\[?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\]?/y;

/** More labels than a host has; bounds the work on a text of dots. */
const MOST_LABELS = 10;

/** Reads the host that starts at an offset; `undefined` when none does. */
export function readDomain(text: string, start: number): Domain | undefined {
  const address = matchAt(IP_ADDRESS, text, start);
  if (address !== undefined) return { end: start + address.length, labels: ["1", "ip"], spelled: false };
  const labels: string[] = [];
  let spelled = false;
  let at = start;
  let end = start;
  while (labels.length < MOST_LABELS) {
    const label = matchAt(CAMEL_LABEL, text, at) ?? matchAt(LABEL, text, at);
    if (label === undefined) break;
    labels.push(label.toLowerCase());
    end = at + label.length;
    const dot = matchAt(PLAIN_DOT, text, end) ?? matchAt(BROKEN_DOT, text, end);
    const word = dot === undefined ? matchAt(SPELLED_DOT, text, end) : undefined;
    if (dot === undefined && word === undefined) break;
    if (word !== undefined) spelled = true;
    at = end + (dot ?? word ?? "").length;
  }
  return labels.length === 0 ? undefined : { end, labels, spelled };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The lines of a text, as offsets: made once, read everywhere. */
export interface LineTable {
  readonly text: string;
  readonly count: number;
  /** First character of the line. */
  readonly start: Int32Array;
  /** End of the line, its line end left out. */
  readonly end: Int32Array;
  /** First character that is no white space; equals `last` on a blank line. */
  readonly first: Int32Array;
  /** End of the last character that is no white space. */
  readonly last: Int32Array;
}

/** Gives the line table of a text: any mix of LF, CRLF and lone CR, in one pass. */
export function makeLineTable(text: string): LineTable {
  let capacity = Math.max(16, text.length >> 5);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let first = new Int32Array(capacity);
  let last = new Int32Array(capacity);
  let count = 0;
  let at = 0;
  const loneReturns = !text.includes("\n") && text.includes("\r");
  const lineEnd = loneReturns ? "\r" : "\n";
  while (at < text.length) {
    const found = text.indexOf(lineEnd, at);
    const stop = found === -1 ? text.length : found;
    const close = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    if (count === capacity) {
      capacity *= 2;
      start = grow(start, capacity);
      end = grow(end, capacity);
      first = grow(first, capacity);
      last = grow(last, capacity);
    }
    let from = at;
    while (from < close && isSpace(text.charCodeAt(from))) from++;
    let to = close;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    start[count] = at;
    end[count] = close;
    first[count] = from;
    last[count] = to;
    count++;
    at = stop + 1;
  }
  return { text, count, start, end, first, last };
}

/** Whether a UTF-16 unit is white space or an invisible sign: control characters, no-break and zero-width spaces. */
export function isSpace(unit: number): boolean {
  return unit <= 32 || (unit >= 0x7f && (unit <= 0xa0 || unit === 0xad || isWideSpace(unit)));
}

function isWideSpace(unit: number): boolean {
  return (
    (unit >= 0x2000 && unit <= 0x200f) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

function grow(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(capacity);
  wide.set(old);
  return wide;
}

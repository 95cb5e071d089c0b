import type { Line } from "./line.ts";
import { isBlankCode } from "./is-blank-code.ts";

const SIGN = 62; // >

/**
 * Gives lines their quote depth, and moves their start behind the `>` signs.
 *
 * Lines of only `>` count as blank lines of the quote; where no line near them holds words they are a scene break's
 * costume and stay as they are.
 */
export function markQuotes(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => text.charCodeAt(line.start) === SIGN)) return lines;
  const marked: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    let to = at;
    while (to < lines.length && isQuoted(text, lines[to]!) && (to === at || lines[to]!.gap === 0)) to++;
    if (to === at) {
      marked.push(lines[at]!);
      at++;
      continue;
    }
    pushRun(text, lines.slice(at, to), marked);
    at = to;
  }
  return marked;
}

function isQuoted(text: string, line: Line): boolean {
  return line.indent <= 3 && text.charCodeAt(line.start) === SIGN;
}

function pushRun(text: string, run: readonly Line[], marked: Line[]): void {
  const stripped = run.map((line) => stripSigns(text, line));
  if (stripped.every((line) => line.start === line.end)) {
    marked.push(...run);
    return;
  }
  let gap = 0;
  for (const line of stripped) {
    if (line.start === line.end) {
      gap += line.gap + 1;
      continue;
    }
    marked.push(gap === 0 ? line : { ...line, gap: line.gap + gap });
    gap = 0;
  }
}

function stripSigns(text: string, line: Line): Line {
  let depth = 0;
  let at = line.start;
  let indent = 0;
  while (at < line.end) {
    const code = text.charCodeAt(at);
    if (code === SIGN) {
      depth++;
      indent = 0;
    } else if (isBlankCode(code)) {
      indent++;
    } else {
      break;
    }
    at++;
  }
  // One space after the signs belongs to them.
  return { ...line, start: at, indent: Math.max(0, indent - 1), depth };
}

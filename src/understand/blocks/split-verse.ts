import { isVerse } from "./is-verse.ts";
import type { Line } from "./line.ts";
import type { Layout } from "./measure-layout.ts";

/** Lines that stand together, of one sort. */
export interface Stretch {
  readonly verse: boolean;
  readonly lines: readonly Line[];
}

/** Fewer lines inside a longer group are chance. */
const FEWEST = 3;

/**
 * Splits lines that stand together into stretches of verse and of prose.
 *
 * Usually all are one; where paragraphs follow each other without blank lines, verse is known by an indent of its own.
 */
export function splitVerse(
  text: string,
  lines: readonly Line[],
  layout: Layout,
  afterVerse: boolean,
): readonly Stretch[] {
  if (lines.length === 1) return [{ verse: false, lines }];
  if (isVerse(text, lines, layout, afterVerse)) return [{ verse: true, lines }];
  if (lines.length <= FEWEST) return [{ verse: false, lines }];
  const stretches: Stretch[] = [];
  let from = 0;
  let prose = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && lines[at]!.indent === lines[from]!.indent) continue;
    const inset = lines[from]!.indent >= layout.margin + 4;
    const part = inset && at - from >= FEWEST ? lines.slice(from, at) : [];
    if (part.length > 0 && part.length < lines.length && isVerse(text, part, layout)) {
      if (prose < from) stretches.push({ verse: false, lines: lines.slice(prose, from) });
      stretches.push({ verse: true, lines: part });
      prose = at;
    }
    from = at;
  }
  if (prose < lines.length) stretches.push({ verse: false, lines: lines.slice(prose) });
  return stretches;
}

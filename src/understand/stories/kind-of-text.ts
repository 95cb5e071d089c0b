import type { TextKind } from "../../terms/index.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { lineText } from "../lines/line-text.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";

const OPENING_LINES = 60;

/** Gives what else than a story a text is, when its opening says so; nothing for stories. */
export function findOtherKind(
  lines: LineTable,
  lexicon: Lexicon,
): { readonly kind: TextKind; readonly score: number } | undefined {
  const opening: string[] = [];
  for (let line = 0; line < lines.count && opening.length < OPENING_LINES; line++) {
    const words = lineText(lines, line);
    if (words !== "") opening.push(words.slice(0, 300));
  }
  if (opening.length === 0) return { kind: "empty", score: 9 };
  const sums = new Map<string, number>();
  opening.forEach((words, index) => {
    const list = splitWords(words, 0, words.length);
    for (const { value } of findPhrases(lexicon.boilerplate, list)) {
      if (value.kind !== "not-story" || value.is === undefined) continue;
      const title = list.count <= 9 && index < 25;
      sums.set(value.is, (sums.get(value.is) ?? 0) + (title ? 2.2 : 1));
    }
  });
  const best = [...sums].toSorted((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] >= 2 ? { kind: best[0] as TextKind, score: best[1] } : undefined;
}

import type { LabelRow } from "../../vocabulary/index.ts";
import { foldLabel } from "../lexicon/fold-label.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { isOneEditApart } from "./is-one-edit-apart.ts";
import type { LabelStrength } from "./label-hit.ts";

/** What the vocabulary knows about a label as written. */
export interface LabelMeaning {
  readonly folded: string;
  readonly rows: readonly LabelRow[];
  readonly strength: Exclude<LabelStrength, "bare">;
}

const CLOSED = new Set(["by", "for", "par", "an", "re", "to", "from", "n/a", "ps", "id"]);
const LONGEST_LABEL = 48;

/** Gives the meanings of a label; with a typing error or extra words around a known label they are `derived`. */
export function lookUpLabel(written: string, lexicon: Lexicon): LabelMeaning {
  const folded = foldLabel(written);
  const rows = lexicon.labels.get(folded);
  if (rows !== undefined) {
    return { folded, rows, strength: rows.some((row) => row.weak.has(folded)) ? "weak" : "known" };
  }
  const numbered = lexicon.labels.get(folded.replace(/\s*(?:#\s*)?\d+$/, ""));
  if (numbered !== undefined) return { folded, rows: numbered, strength: "known" };
  const near =
    folded.length <= LONGEST_LABEL
      ? (findWithTypo(folded, lexicon) ?? findHeadWord(folded, lexicon))
      : undefined;
  return near === undefined
    ? { folded, rows: [], strength: "unknown" }
    : { folded, rows: near, strength: "derived" };
}

function findWithTypo(folded: string, lexicon: Lexicon): readonly LabelRow[] | undefined {
  if (folded.length < 6 || folded.includes(" ")) return undefined;
  for (const length of [folded.length, folded.length - 1, folded.length + 1]) {
    for (const label of lexicon.labelsByLength.get(length) ?? []) {
      if (label[0] === folded[0] && isOneEditApart(folded, label)) return lexicon.labels.get(label);
    }
  }
  return undefined;
}

function findHeadWord(folded: string, lexicon: Lexicon): readonly LabelRow[] | undefined {
  const words = folded.split(/[ /&]+/).filter(Boolean);
  if (words.length < 2 || words.length > 6) return undefined;
  for (let take = Math.min(3, words.length - 1); take >= 1; take--) {
    const tail = ordinary(words.slice(-take).join(" "), lexicon);
    if (tail !== undefined) return tail;
  }
  for (let take = Math.min(3, words.length - 1); take >= 1; take--) {
    const head = ordinary(words.slice(0, take).join(" "), lexicon);
    if (head !== undefined) return head;
  }
  return undefined;
}

function ordinary(folded: string, lexicon: Lexicon): readonly LabelRow[] | undefined {
  if (CLOSED.has(folded)) return undefined;
  const rows = lexicon.labels.get(folded);
  return rows?.some((row) => row.weak.has(folded) || row.field === "unknown") === true ? undefined : rows;
}

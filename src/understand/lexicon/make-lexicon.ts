import type {
  BoilerplateRow,
  FandomRow,
  LabelRow,
  PermissionRow,
  RatingValue,
  Vocabulary,
  WarningFormRow,
} from "../../vocabulary/index.ts";
import { foldLabel } from "./fold-label.ts";
import { makePhraseIndex, type PhraseIndex } from "./phrase-index.ts";

/** A fandom's name as found by the index. */
export interface FandomName {
  readonly row: FandomRow;
  readonly everyday: boolean;
}

/** The vocabulary, ready to be asked: indexes by word and label. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly labels: ReadonlyMap<string, readonly LabelRow[]>;
  /** First words of all labels: what no label begins with needs no further look. */
  readonly labelOpeners: ReadonlySet<string>;
  /** Labels by length, for lookups with a typing error. */
  readonly labelsByLength: ReadonlyMap<number, readonly string[]>;
  readonly boilerplate: PhraseIndex<BoilerplateRow>;
  readonly endMarkers: PhraseIndex<BoilerplateRow>;
  readonly permission: PhraseIndex<PermissionRow>;
  readonly warningForms: PhraseIndex<WarningFormRow>;
  readonly fandoms: PhraseIndex<FandomName>;
  readonly ratings: ReadonlyMap<string, RatingValue>;
  readonly nicknames: ReadonlySet<string>;
  readonly pairingKinds: ReadonlySet<string>;
  readonly qualifiers: PhraseIndex<string>;
}

const made = new WeakMap<Vocabulary, Lexicon>();

/** Gives the indexes of a vocabulary; made once for each. */
export function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const old = made.get(vocabulary);
  if (old !== undefined) return old;
  const labels = new Map<string, LabelRow[]>();
  for (const row of vocabulary.labels) {
    for (const label of row.labels.keys()) {
      const key = foldLabel(label);
      labels.set(key, [...(labels.get(key) ?? []), row]);
    }
  }
  const labelsByLength = new Map<number, string[]>();
  for (const label of labels.keys()) {
    if (label.length >= 6)
      labelsByLength.set(label.length, [...(labelsByLength.get(label.length) ?? []), label]);
  }
  const lexicon: Lexicon = {
    vocabulary,
    labels,
    labelsByLength,
    labelOpeners: new Set([...labels.keys()].map((label) => /^[\p{L}\p{N}]+/u.exec(label)?.[0] ?? label)),
    boilerplate: makePhraseIndex(byPhrase(vocabulary.boilerplate.filter((row) => row.kind !== "end-marker"))),
    endMarkers: makePhraseIndex(byPhrase(vocabulary.boilerplate.filter((row) => row.kind === "end-marker"))),
    permission: makePhraseIndex(byPhrase(vocabulary.permission)),
    warningForms: makePhraseIndex(byPhrase(vocabulary.warningForms)),
    fandoms: makePhraseIndex(fandomNames(vocabulary.fandoms)),
    ratings: new Map(
      vocabulary.ratings.flatMap((scale) =>
        scale.values.flatMap((value) => value.written.map((form) => [form.toLowerCase(), value] as const)),
      ),
    ),
    nicknames: new Set(vocabulary.relationships.nicknames.flatMap((row) => row.words)),
    pairingKinds: new Set(vocabulary.relationships.kinds.flatMap((row) => row.words)),
    qualifiers: makePhraseIndex(
      vocabulary.relationships.qualifiers.flatMap((row) => row.words.map((word) => [word, row.id] as const)),
    ),
  };
  made.set(vocabulary, lexicon);
  return lexicon;
}

function byPhrase<T extends { readonly phrases: readonly string[] }>(
  rows: readonly T[],
): (readonly [string, T])[] {
  return rows.flatMap((row) => row.phrases.map((phrase) => [phrase, row] as const));
}

function* fandomNames(rows: readonly FandomRow[]): Iterable<readonly [string, FandomName]> {
  for (const row of rows) {
    for (const name of row.names) yield [name, { row, everyday: false }];
    for (const name of row.everyday) yield [name, { row, everyday: true }];
  }
}

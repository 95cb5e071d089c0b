import type {
  ByteRange,
  Claim,
  FieldId,
  Issue,
  Reading,
  TextKind,
  TextRange,
  Understanding,
} from "../terms/index.ts";

/** A claim as `inspect --json` shows it. */
export interface InspectedClaim {
  /** The words that count: as written, less marks and part numbers. */
  readonly value: string;
  /** The normal form, where there is one and it differs: a rating's id, an ISO day. */
  readonly normal?: string;
  readonly asWritten: string;
  readonly range: readonly [number, number] | null;
  readonly bytes: readonly [number, number] | null;
  readonly rule: string;
  readonly sureness: number;
  readonly label?: string;
  readonly qualifiers?: readonly string[];
}

/** One story of a file as `inspect --json` shows it; `story` is null when the file holds none. */
export interface InspectedStory {
  readonly file: string;
  readonly story: number | null;
  readonly kind: TextKind;
  readonly fields: Partial<Record<FieldId, readonly InspectedClaim[]>>;
  readonly body: {
    readonly range: readonly [number, number];
    readonly firstWords: string;
    readonly lastWords: string;
  } | null;
  readonly permission?: string;
  readonly stance?: string;
  readonly language?: string | null;
  readonly words?: number;
  readonly issues: readonly Issue[];
}

/** Fields whose claims hold a normal form as their value. */
const HAS_NORMAL_FORM: ReadonlySet<FieldId> = new Set<FieldId>(["rating", "date"]);

const WORDS = 8;
const WINDOW = 4000;

/**
 * Gives what was understood of a reading, one object a story, in plain values for JSON. Nothing is masked.
 *
 * @param bytesOf - Translates text ranges to byte ranges in one pass, in the same order.
 */
export function inspectReading(
  file: string,
  reading: Reading,
  understanding: Understanding,
  bytesOf: (ranges: readonly TextRange[]) => readonly ByteRange[],
): readonly InspectedStory[] {
  const issues = [...reading.issues, ...understanding.issues];
  if (understanding.stories.length === 0)
    return [{ file, story: null, kind: understanding.kind, fields: {}, body: null, issues }];
  const { text } = reading.layer;
  return understanding.stories.map((story, index) => {
    const ranged = story.claims.flatMap(({ range }) => (range === null ? [] : [range]));
    const bytes = bytesOf(ranged);
    const byRange = new Map(ranged.map((range, at) => [range, bytes[at]]));
    const fields: Partial<Record<FieldId, InspectedClaim[]>> = {};
    for (const claim of story.claims) {
      if (claim.qualifiers?.some((word) => word === "none" || word.startsWith("stance:")) === true) continue;
      (fields[claim.field] ??= []).push(
        inspectClaim(claim, claim.range === null ? undefined : byRange.get(claim.range)),
      );
    }
    return {
      file,
      story: story.ordinal,
      kind: understanding.kind,
      fields,
      body:
        story.body === null
          ? null
          : {
              range: [story.body.start, story.body.end] as const,
              firstWords: firstWords(text, story.body),
              lastWords: lastWords(text, story.body),
            },
      permission: story.permission,
      stance: story.stance,
      language: story.language,
      words: story.words,
      issues: index === 0 ? issues : [],
    };
  });
}

function inspectClaim(claim: Claim, bytes: ByteRange | undefined): InspectedClaim {
  return {
    value: HAS_NORMAL_FORM.has(claim.field) ? claim.asWritten : claim.value,
    ...(HAS_NORMAL_FORM.has(claim.field) && claim.value !== claim.asWritten ? { normal: claim.value } : {}),
    asWritten: claim.asWritten,
    range: claim.range === null ? null : [claim.range.start, claim.range.end],
    bytes: bytes === undefined ? null : [bytes.start, bytes.end],
    rule: claim.rule,
    sureness: claim.sureness,
    ...(claim.label === undefined ? {} : { label: claim.label }),
    ...(claim.qualifiers === undefined ? {} : { qualifiers: claim.qualifiers }),
  };
}

function firstWords(text: string, { start, end }: TextRange): string {
  return plainWords(text.slice(start, Math.min(end, start + WINDOW)))
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, WORDS)
    .join(" ");
}

function lastWords(text: string, { start, end }: TextRange): string {
  return plainWords(text.slice(Math.max(start, end - WINDOW), end))
    .split(/\s+/)
    .filter(Boolean)
    .slice(-WORDS)
    .join(" ");
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  lt: "<",
  gt: ">",
  nbsp: " ",
  apos: "'",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  eacute: "é",
};

/** Words as a reader sees them: tags left out, entities read; texts with stray markup are common. */
function plainWords(words: string): string {
  if (!/[<&]/.test(words)) return words;
  return words
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .replace(
      /&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
}

/** Invented material for the store's tests: the same for the same numbers. */
import type { Claim, FieldId, WorkRecord } from "../../src/terms/index.ts";
import type { DerivedBatch, DerivedOriginal, DerivedStory } from "../../src/store/catalogue/records.ts";

/** An original with one story in it, as text and number decide. */
export function inventOriginal(n: number, change: Partial<DerivedStory> = {}): DerivedOriginal {
  const id = `o${pad(n)}`;
  const object = `x${pad(Math.floor(n / 1000))}`;
  return {
    original: {
      id,
      accession: "r1",
      object,
      path: `letters/lamp-${n}.txt`,
      contentPath: `content/original/letters/lamp-${n}.txt`,
      sha256: digest(n),
      sizeBytes: 20_000 + n,
    },
    state: "read",
    kind: "plain text",
    readings: [
      {
        id: `g${pad(n)}`,
        steps: [],
        format: "text",
        charset: "utf-8",
        layerDigest: digest(n + 1),
        kind: "story",
        pieces: [
          { kind: "header", range: { start: 0, end: 120 }, story: 0 },
          { kind: "story", range: { start: 120, end: 20_000 }, story: 0 },
        ],
        privateSpans: n % 5 === 0 ? [{ kind: "email", start: 10, end: 30 }] : [],
        unclaimed: n % 7,
        stories: [inventStory(n, change)],
        issues:
          n % 4 === 0
            ? [{ code: "T-002", detail: "Invented", range: { start: 1, end: 2 }, before: "9d" }]
            : [],
      },
    ],
    issues: n % 10 === 0 ? [{ code: "K-001", detail: "Invented too", bytes: { start: 0, end: 4 } }] : [],
  };
}

/** A batch of originals with one story each. */
export function inventBatch(from: number, count: number): DerivedBatch {
  return {
    objects: [{ id: `x${pad(Math.floor(from / 1000))}`, accession: "r1", files: count }],
    originals: Array.from({ length: count }, (_, i) => inventOriginal(from + i)),
  };
}

/** The work of the story with the same number. */
export function inventWork(n: number, change: Partial<WorkRecord> = {}): WorkRecord {
  return {
    id: `w${pad(n)}`,
    title: `The Lamp ${n}`,
    titleSort: `lamp ${pad(n)}`,
    creators: [`Marigold ${n % 50}`],
    creatorSort: `marigold ${pad(n % 50)}`,
    fandoms: ["The Lamplighters"],
    pairings: [],
    rating: n % 2 === 0 ? "PG" : null,
    summary: `What the lamp number ${n} saw.`,
    warnings: [],
    stance: "silent",
    permission: "not-stated",
    hold: null,
    language: "en",
    words: 1000 + (n % 700),
    parts: 1,
    partsTotal: null,
    missingParts: [],
    dateText: n % 3 === 0 ? null : "2001",
    dateSort: n % 3 === 0 ? null : `2001-${String(1 + (n % 12)).padStart(2, "0")}`,
    ...change,
  };
}

function inventStory(n: number, change: Partial<DerivedStory>): DerivedStory {
  const fields: readonly FieldId[] = [
    "title",
    "author",
    "email",
    "fandom",
    "pairing",
    "rating",
    "summary",
    "unknown",
  ];
  return {
    id: `s${pad(n)}`,
    anchorId: `w${pad(n)}`,
    orderKey: `000001 letters/lamp-${n}.txt`,
    ordinal: 0,
    extent: { start: 0, end: 20_000 },
    body: { start: 120, end: 20_000 },
    titleKey: `lamp ${n}`,
    partKey: n % 3 === 0 ? `list lamp ${n}` : "",
    part: n % 3 === 0 ? "1" : null,
    partsTotal: null,
    bodyDigest: digest(n),
    words: 3000,
    language: "en",
    permission: "not-stated",
    stance: "silent",
    hold: null,
    claims: fields.map((field, i) => inventClaim(field, n, i)),
    ...change,
  };
}

function inventClaim(field: FieldId, n: number, i: number): Claim {
  const start = i * 15;
  return {
    field,
    value: `${field} of ${n}`,
    asWritten: `${field} of ${n}, as written down once`,
    range: { start, end: start + 14 },
    precision: "exact",
    rule: "label-line",
    sureness: 0.95,
    ...(field === "unknown" ? { label: `Moonphase ${n % 3}` } : {}),
    ...(field === "pairing" ? { qualifiers: ["implied"] } : {}),
  };
}

/** Spreads like a digest does, so that indexes are filled in no order. */
function digest(n: number): string {
  let state = n + 1;
  let hex = "";
  while (hex.length < 64) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    hex += (state >>> 0).toString(16).padStart(8, "0");
  }
  return hex;
}

function pad(n: number): string {
  return String(n).padStart(7, "0");
}

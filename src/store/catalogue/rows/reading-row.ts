import type { Selectable } from "kysely";
import type { Piece, PieceKind, Step, TextKind } from "../../../terms/index.ts";
import type { PrivateRange, ReadingRecord, StoredReading } from "../records.ts";
import type { ReadingTable } from "../schema.ts";

type PieceRow = readonly [kind: PieceKind, start: number, end: number, story: number | null];
type PrivateRow = readonly [kind: string, start: number, end: number];

/** The row a reading is stored as. */
export function readingToRow(original: string, reading: ReadingRecord): ReadingTable {
  return {
    id: reading.id,
    original,
    steps: JSON.stringify(reading.steps),
    format: reading.format,
    charset: reading.charset,
    layer_digest: reading.layerDigest,
    kind: reading.kind,
    pieces: JSON.stringify(reading.pieces.map((p) => [p.kind, p.range.start, p.range.end, p.story])),
    private_spans: JSON.stringify(reading.privateSpans.map((s) => [s.kind, s.start, s.end])),
    private_count: reading.privateSpans.length,
    unclaimed_chars: reading.unclaimed,
  };
}

/** The reading a row stands for. The casts hold because only `readingToRow` writes these columns. */
export function readingFromRow(row: Selectable<ReadingTable>): StoredReading {
  return {
    id: row.id,
    original: row.original,
    steps: JSON.parse(row.steps) as Step[],
    format: row.format,
    charset: row.charset,
    layerDigest: row.layer_digest,
    kind: row.kind as TextKind,
    pieces: (JSON.parse(row.pieces) as PieceRow[]).map(pieceFromRow),
    privateSpans: privateSpansFromJson(row.private_spans),
    unclaimed: row.unclaimed_chars,
  };
}

function pieceFromRow([kind, start, end, story]: PieceRow): Piece {
  return { kind, range: { start, end }, story };
}

/** The private ranges a column stands for. */
export function privateSpansFromJson(json: string): readonly PrivateRange[] {
  return (JSON.parse(json) as PrivateRow[]).map(privateFromRow);
}

function privateFromRow([kind, start, end]: PrivateRow): PrivateRange {
  return { kind, start, end };
}

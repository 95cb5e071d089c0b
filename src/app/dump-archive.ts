import { dumpCatalogue, openCatalogue, storePathsOf } from "../store/index.ts";
import { maskWords } from "./mask-words.ts";

/** What a dump is asked for. */
export interface DumpRequest {
  /** With private addresses: for the keeper's eyes only. */
  readonly unmasked: boolean;
}

/** Columns that hold words somebody typed; digests and ids must stay as they are. */
const WORDS: ReadonlySet<string> = new Set(["path", "value", "as_written", "label", "detail", "title", "title_sort", "title_key", "part_key", "order_key", "creators", "creator_sort", "summary", "warnings", "fandoms", "pairings", "rating", "date_text", "source", "before"]); // prettier-ignore

/**
 * Gives the whole catalogue as canonical JSON lines, sorted: equal catalogues give equal bytes.
 *
 * Masked, so that it may be shown to others; an author's address is a field of its own and masked whole.
 */
export async function* dumpArchive(dir: string, request: DumpRequest): AsyncGenerator<string> {
  const catalogue = await openCatalogue(storePathsOf(dir));
  try {
    for await (const { table, row } of dumpCatalogue(catalogue.db)) {
      yield JSON.stringify({ table, ...(request.unmasked ? row : maskRow(row)) });
    }
  } finally {
    await catalogue.close();
  }
}

function maskRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isAddress = row["field"] === "email";
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (!WORDS.has(column)) return [column, value];
      if (isAddress && typeof value === "string") return [column, value.replace(/[^\s@]/g, "•")];
      return [column, maskValue(value)];
    }),
  );
}

function maskValue(value: unknown): unknown {
  if (typeof value === "string") return maskWords(value);
  return Array.isArray(value) ? value.map(maskValue) : value;
}

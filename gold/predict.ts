import type { FieldId } from "../src/terms/index.ts";
import type { InspectedStory } from "../src/understand/index.ts";
import { FLAGS, LISTS, type GoldRecord } from "./record.ts";

const FIELDS: Readonly<Record<string, FieldId>> = {
  title: "title",
  authors: "author",
  email: "email",
  fandoms: "fandom",
  pairings: "pairing",
  characters: "character",
  rating: "rating",
  summary: "summary",
  warnings: "warning",
  disclaimer: "disclaimer",
  spoilers: "spoilers",
  archive_permission: "archive-permission",
  feedback: "feedback",
  dedication: "dedication",
  series: "series",
  part: "part",
  parts_total: "parts-total",
  date: "date",
  notes: "notes",
  end_marker: "end-marker",
};

/** Fields the labels have as written; their claims' values are normal forms (a rating's id, an ISO day). */
const WRITTEN: ReadonlySet<string> = new Set(["rating", "date"]);

/** Gives an inspected story under the keys of the labels; nothing for a text that is no story. */
export function predict(story: InspectedStory): GoldRecord | undefined {
  if (story.story === null) return undefined;
  const record: Record<string, unknown> = { file: story.file, story_index: story.story, sureness: {} };
  for (const [key, field] of Object.entries(FIELDS)) {
    const claims = story.fields[field] ?? [];
    if (FLAGS.has(key)) record[key] = claims.length > 0;
    else if (LISTS.has(key)) record[key] = claims.map(({ value }) => value);
    else record[key] = (WRITTEN.has(key) ? claims[0]?.asWritten : claims[0]?.value) ?? null;
  }
  record["body_first_words"] = story.body?.firstWords ?? null;
  record["body_last_words"] = story.body?.lastWords ?? null;
  return record as GoldRecord;
}

/** Field id -> key of the labels. */
export const KEY_OF_FIELD: ReadonlyMap<FieldId, string> = new Map(
  Object.entries(FIELDS).map(([key, field]) => [field, key]),
);

import type { Selectable } from "kysely";
import type { Hold, Permission, Role, Stance, StoryFacts } from "../../../terms/index.ts";
import type { StoredStory } from "../records.ts";
import type { StoryTable } from "../schema.ts";

/** The row a story is stored as. */
export function storyToRow(story: StoredStory): StoryTable {
  return {
    id: story.id,
    reading: story.reading,
    original: story.original,
    accession: story.accession,
    ordinal: story.ordinal,
    anchor_id: story.anchorId,
    order_key: story.orderKey,
    extent_start: story.extent.start,
    extent_end: story.extent.end,
    body_start: story.body?.start ?? null,
    body_end: story.body?.end ?? null,
    title_key: story.titleKey,
    part_key: story.partKey,
    part: story.part,
    parts_total: story.partsTotal,
    body_digest: story.bodyDigest,
    words: story.words,
    language: story.language,
    permission: story.permission,
    stance: story.stance,
    hold: story.hold,
    work: story.work,
    place: story.place,
    role: story.role,
  };
}

/** The story a row stands for. The casts hold because only `storyToRow` and the members of a work write these columns. */
export function storyFromRow(row: Selectable<StoryTable>): StoredStory {
  return {
    id: row.id,
    reading: row.reading,
    original: row.original,
    accession: row.accession,
    ordinal: row.ordinal,
    anchorId: row.anchor_id,
    orderKey: row.order_key,
    extent: { start: row.extent_start, end: row.extent_end },
    body:
      row.body_start === null || row.body_end === null ? null : { start: row.body_start, end: row.body_end },
    titleKey: row.title_key,
    partKey: row.part_key,
    part: row.part,
    partsTotal: row.parts_total,
    bodyDigest: row.body_digest,
    words: row.words,
    language: row.language,
    permission: row.permission as Permission,
    stance: row.stance as Stance,
    hold: row.hold as Hold | null,
    work: row.work,
    place: row.place,
    role: row.role as Role | null,
  };
}

/** The columns that `storyFactsFromRow` needs. */
export const STORY_FACTS_COLUMNS = [
  "id",
  "anchor_id",
  "order_key",
  "title_key",
  "part_key",
  "part",
  "parts_total",
  "body_digest",
  "words",
] as const;

type StoryFactsRow = Pick<Selectable<StoryTable>, (typeof STORY_FACTS_COLUMNS)[number]>;

/** What `reconcile` needs of a story. */
export function storyFactsFromRow(row: StoryFactsRow): StoryFacts {
  return {
    id: row.id,
    anchorId: row.anchor_id,
    orderKey: row.order_key,
    titleKey: row.title_key,
    partKey: row.part_key,
    part: row.part,
    partsTotal: row.parts_total,
    bodyDigest: row.body_digest,
    words: row.words,
  };
}

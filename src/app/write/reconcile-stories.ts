import { makeWorkRecord, type WitnessClaims } from "../../catalogue/index.ts";
import { groupStories } from "../../reconcile/index.ts";
import { listClaimsOfStories, listStoriesById, listStoryFacts } from "../../store/index.ts";
import type { StoryFacts } from "../../terms/index.ts";
import { maskWords } from "../mask-words.ts";
import type { WritingArchive } from "./open-writing.ts";

/** Stories looked at together. */
const BATCH = 512;

/**
 * Brings stories together with all they share a text or a part key with, and writes the works that come of it.
 *
 * Only what these stories touch is looked at, however large the archive.
 *
 * @returns How many works were written.
 */
export async function reconcileStories(
  archive: WritingArchive,
  stories: readonly StoryFacts[],
): Promise<number> {
  let written = 0;
  const done = new Set<string>();
  for (let at = 0; at < stories.length; at += BATCH) {
    const fresh = stories.slice(at, at + BATCH).filter((story) => !done.has(story.id));
    if (fresh.length === 0) continue;
    const closed = await closeOver(archive, fresh);
    for (const story of closed) done.add(story.id);
    written += await writeGroups(archive, closed);
  }
  return written;
}

/** Finds the smallest set that holds the stories and whatever shares a key with one in the set. */
async function closeOver(
  archive: WritingArchive,
  stories: readonly StoryFacts[],
): Promise<readonly StoryFacts[]> {
  const found = new Map(stories.map((story) => [story.id, story]));
  const asked = new Set<string>([""]);
  for (;;) {
    const keys = (keyOf: (story: StoryFacts) => string): string[] =>
      [...new Set(Array.from(found.values(), keyOf))].filter((key) => !asked.has(key));
    const bodyDigests = keys((story) => story.bodyDigest);
    const partKeys = keys((story) => story.partKey);
    if (bodyDigests.length === 0 && partKeys.length === 0) return [...found.values()];
    for (const key of [...bodyDigests, ...partKeys]) asked.add(key);
    for (const story of await listStoryFacts(archive.catalogue.db, { bodyDigests, partKeys }))
      found.set(story.id, story);
  }
}

async function writeGroups(archive: WritingArchive, facts: readonly StoryFacts[]): Promise<number> {
  const { db } = archive.catalogue;
  const groups = groupStories(facts);
  const ids = facts.map((story) => story.id);
  const claims = await listClaimsOfStories(db, ids);
  const witnesses = new Map<string, WitnessClaims>();
  for (const story of await listStoriesById(db, ids)) {
    witnesses.set(story.id, {
      story: story.id,
      // Masked here already: a list must not depend on every page remembering to.
      claims: (claims.get(story.id) ?? []).map((claim) => ({
        ...claim,
        asWritten: maskWords(claim.asWritten),
      })),
      rights: { permission: story.permission, stance: story.stance, hold: story.hold },
      language: story.language,
      words: story.words,
    });
  }
  const works = groups.map((group) =>
    makeWorkRecord(
      group,
      group.members.flatMap(({ story }) => witnesses.get(story) ?? []),
    ),
  );
  const members = groups.flatMap((group) =>
    group.members.map(({ story, place, role }) => ({ story, place, role, work: group.id })),
  );
  await archive.writer.writeWorks({ works, members });
  return works.length;
}

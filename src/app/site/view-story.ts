import { listClaimsOfStories, listOriginalPlaces, type StoredStory } from "../../store/index.ts";
import { type Claim, type FieldId } from "../../terms/index.ts";
import { readPartNumber } from "../../reconcile/index.ts";
import { maskWords } from "../mask-words.ts";
import type { FieldRow, PartRow, StoryView, Viewer, WitnessRow } from "../site-use-cases.ts";
import { readRescueName } from "./rescue-names.ts";
import { findSeenWork } from "./find-seen-work.ts";
import type { SiteContext } from "./site-context.ts";
import { makeWorkCard, noteContent, stateValue } from "./work-card.ts";

/** Fields with places of their own on the page, and those nobody but the keeper needs. */
const ELSEWHERE: ReadonlySet<FieldId> = new Set(["title", "author", "pairing", "fandom", "rating", "warning", "summary", "part", "parts-total", "date", "end-marker", "email"]); // prettier-ignore

/** Everything stated about a work; what is not stated is `null` or empty, never guessed. */
export async function viewStory(site: SiteContext, viewer: Viewer, id: string): Promise<StoryView> {
  const { work, witnesses, shown } = await findSeenWork(site, viewer, id);
  const claims = await listClaimsOfStories(
    site.catalogue().db,
    witnesses.map((story) => story.id),
  );
  const claimsOf = (story: StoredStory): readonly Claim[] => claims.get(story.id) ?? [];
  const all = shown.flatMap(claimsOf);
  const stated = (field: FieldId) => once(all.filter((claim) => claim.field === field));
  return {
    ...makeWorkCard(work),
    creatorClaims: stated("author"),
    pairingClaims: stated("pairing"),
    fandomClaims: stated("fandom"),
    permission: work.permission,
    fields: listFields(all),
    partRows: listParts(shown, claimsOf, work.missingParts),
    witnesses: await listWitnesses(site, witnesses),
  };
}

function once(claims: readonly Claim[]): StoryView["creatorClaims"] {
  return [...new Map(claims.map((claim) => [claim.asWritten, stateValue(claim)])).values()];
}

function listFields(claims: readonly Claim[]): readonly FieldRow[] {
  const others = claims.filter((claim) => !ELSEWHERE.has(claim.field));
  const groups = Map.groupBy(others, (claim) =>
    claim.field === "unknown" ? `unknown ${claim.label}` : claim.field,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? { field: first.field, label: first.label ? maskWords(first.label) : null, values: once(group) }
      : [];
  });
}

function listParts(
  shown: readonly StoredStory[],
  claimsOf: (story: StoredStory) => readonly Claim[],
  missing: readonly number[],
): readonly PartRow[] {
  const rows: { readonly whole: number; readonly row: PartRow }[] = shown.map((story, at) => ({
    whole: readPartNumber(story.part ?? "")?.whole ?? 10_000 + at,
    row: {
      kind: "present",
      place: story.place ?? 1,
      part: story.part,
      heading: null,
      words: story.words,
      notes: noteContent(story.stance, claimsOf(story)),
    },
  }));
  for (const part of missing) rows.push({ whole: part, row: { kind: "missing", part: String(part) } });
  return rows.toSorted((a, b) => a.whole - b.whole).map(({ row }) => row);
}

async function listWitnesses(
  site: SiteContext,
  witnesses: readonly StoredStory[],
): Promise<readonly WitnessRow[]> {
  const places = await listOriginalPlaces(
    site.catalogue().db,
    witnesses.map((story) => story.original),
  );
  return await Promise.all(
    witnesses.map(async (story) => ({
      storyId: story.id,
      place: story.place ?? 1,
      role: story.role ?? "shown",
      path: maskWords(places.get(story.original)?.path ?? ""),
      rescueName: maskWords(await readRescueName(site, story.accession)),
    })),
  );
}

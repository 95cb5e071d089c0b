import {
  findOriginalById,
  findReading,
  findStory,
  listClaimsOfStories,
  listIssuesOfOriginal,
  type StoredReading,
  type StoredStory,
} from "../../store/index.ts";
import type { Claim, PieceKind } from "../../terms/index.ts";
import { maskWords } from "../mask-words.ts";
import { readMaskedText } from "../read-text.ts";
import type { AsPostedView, MarkedSpan, Viewer } from "../site-use-cases.ts";
import { findSeenWork } from "./find-seen-work.ts";
import { nothingHere, type SiteContext } from "./site-context.ts";
import { noteContent, standingOf } from "./work-card.ts";

/** More than this in one page would stall a phone. */
const MOST_CHARACTERS = 1_000_000;

/** The original words of one witness, masked, with what was understood of them marked. */
export async function viewAsPosted(
  site: SiteContext,
  viewer: Viewer,
  storyId: string,
): Promise<AsPostedView> {
  const { db } = site.catalogue();
  const story = await findStory(db, storyId);
  if (!story?.work) throw nothingHere();
  const { work, witnesses } = await findSeenWork(site, viewer, story.work);
  if (!witnesses.some((witness) => witness.id === storyId)) throw nothingHere();
  const [reading, original] = [
    await findReading(db, story.reading),
    await findOriginalById(db, story.original),
  ];
  if (!reading || !original) throw nothingHere();
  const whole = await readMaskedText({ ...site, catalogue: site.catalogue() }, reading);
  const claims = (await listClaimsOfStories(db, [storyId])).get(storyId) ?? [];
  const end = Math.min(story.extent.end, story.extent.start + MOST_CHARACTERS);
  const inside = reading.privateSpans.filter((span) => span.start < end && span.end > story.extent.start);
  return {
    workId: work.id,
    storyId,
    place: story.place ?? 1,
    title: work.title,
    creators: work.creators,
    path: maskWords(original.path),
    text: whole.slice(story.extent.start, end),
    cut: end < story.extent.end,
    spans: markSpans(story, reading, claims, end),
    masked: inside.length,
    charset: reading.charset,
    sizeBytes: original.sizeBytes,
    digest: original.sha256,
    repairs: await countRepairs(site, original.id, reading.id),
    notes: noteContent(work.stance, claims),
    language: story.language,
    standing: standingOf(work),
  };
}

const SHOWN_PIECES: Partial<Record<PieceKind, MarkedSpan["field"]>> = {
  furniture: "furniture",
  footer: "footer",
  signature: "signature",
  "end-marker": "end-marker",
  story: "story",
};

/** Claims first, pieces around them; in order, never overlapping, counted from the start of the story's extent. */
function markSpans(
  story: StoredStory,
  reading: StoredReading,
  claims: readonly Claim[],
  end: number,
): readonly MarkedSpan[] {
  const from = story.extent.start;
  const candidates: MarkedSpan[] = [];
  for (const claim of claims) {
    if (claim.range) candidates.push({ range: claim.range, field: claim.field, sureness: claim.sureness });
  }
  for (const piece of reading.pieces) {
    const field = SHOWN_PIECES[piece.kind];
    if (field && field !== "story") candidates.push({ range: piece.range, field, sureness: 1 });
  }
  const spans: MarkedSpan[] = [];
  let last = from;
  for (const { range, ...span } of candidates.toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  )) {
    const [start, stop] = [Math.max(range.start, from), Math.min(range.end, end)];
    if (start < last || stop <= start) continue;
    spans.push({ ...span, range: { start: start - from, end: stop - from } });
    last = stop;
  }
  return spans;
}

async function countRepairs(
  site: SiteContext,
  original: string,
  reading: string,
): Promise<AsPostedView["repairs"]> {
  const issues = await listIssuesOfOriginal(site.catalogue().db, original);
  const repairs = issues.filter(
    (issue) => issue.code.startsWith("T-") && (issue.reading === null || issue.reading === reading),
  );
  const titles = new Map(site.issueCodes.map((code) => [code.id, code.title]));
  return [...Map.groupBy(repairs, (issue) => issue.code)].map(([code, all]) => ({
    code,
    title: titles.get(code) ?? code,
    count: all.length,
  }));
}

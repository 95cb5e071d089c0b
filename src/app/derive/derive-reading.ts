import { holdOf } from "../../catalogue/index.ts";
import { readAgeDoubt } from "./read-age-doubt.ts";
import { anchorIdOf, partKeyOf, shortIdOf } from "../../reconcile/index.ts";
import type { Claim, FieldId, PieceKind, Reading, Step, StoryFound } from "../../terms/index.ts";
import { bytesOfRanges, digestOf, findPrivate, fold, normaliseBody } from "../../text/index.ts";
import { understand } from "../../understand/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";
import type { DerivedReading, DerivedStory } from "../../store/index.ts";
import type { OriginalToDerive } from "./derive-original.ts";

/** Sorts before every letter; not NUL, which PostgreSQL refuses. */
const SEPARATOR = "\u001F";

/** Places in a text where a stated age is the author's own, and not a character's. */
const OUTSIDE_STORY: ReadonlySet<PieceKind> = new Set([
  "furniture",
  "header",
  "notes",
  "signature",
  "footer",
  "byline",
]);

/** Understands one reading and puts ids, keys, digests and masked index words to each story in it. */
export function deriveReading(
  id: string,
  original: OriginalToDerive,
  name: string,
  steps: readonly Step[],
  reading: Reading,
  vocabulary: Vocabulary,
): DerivedReading {
  const { layer } = reading;
  const understanding = understand(reading, vocabulary, { fileName: name });
  const zones = understanding.pieces
    .filter((piece) => OUTSIDE_STORY.has(piece.kind))
    .map((piece) => piece.range);
  const found = findPrivate(layer.text, zones);
  const statesMinor = found.some((span) => span.kind === "age");
  const stories = understanding.stories.filter((story) => story.body !== null);
  const extents = anchorBytes(stories, reading);
  const unclaimed = understanding.pieces.filter((piece) => piece.kind === "unclaimed");
  return {
    id,
    steps,
    format: reading.format,
    charset: layer.charset.charset,
    layerDigest: layer.digest,
    kind: understanding.kind,
    pieces: understanding.pieces,
    privateSpans: found.map(({ kind, range }) => ({ kind, ...range })),
    unclaimed: unclaimed.reduce((sum, piece) => sum + piece.range.end - piece.range.start, 0),
    stories: stories.map((story, at) => {
      const bytes = extents[at] ?? { start: 0, end: original.sizeBytes };
      return {
        ...describeStory(story, original, steps, layer.text, statesMinor, vocabulary),
        id: shortIdOf([id, story.ordinal]),
        anchorId: anchorIdOf({ original: original.sha256, steps, bytes }),
      };
    }),
    issues: [...reading.issues, ...understanding.issues],
  };
}

/** A lone story is anchored to its whole stream, written 0-0, so that neither a better parser nor a limit moves it. */
function anchorBytes(stories: readonly StoryFound[], { layer }: Reading): { start: number; end: number }[] {
  if (stories.length === 1) return [{ start: 0, end: 0 }];
  return bytesOfRanges(
    layer.text,
    layer.map,
    stories.map((story) => story.extent),
  );
}

function describeStory(
  story: StoryFound,
  original: OriginalToDerive,
  steps: readonly Step[],
  text: string,
  statesMinor: boolean,
  vocabulary: Vocabulary,
): Omit<DerivedStory, "id" | "anchorId"> {
  const first = (field: FieldId): Claim | undefined => story.claims.find((claim) => claim.field === field);
  const titleKey = fold(first("title")?.value ?? "");
  const authors = story.claims.filter((claim) => claim.field === "author");
  const authorKey = authors
    .map((claim) => fold(claim.value))
    .sort()
    .join(" & ");
  const part = first("part")?.asWritten ?? null;
  const folder = original.path.slice(0, Math.max(0, original.path.lastIndexOf("/")));
  return {
    orderKey: [
      original.accession.slice(1).padStart(6, "0"),
      original.path,
      ...steps.map((step) => step.at),
      String(story.ordinal).padStart(6, "0"),
    ].join(SEPARATOR),
    ordinal: story.ordinal,
    extent: story.extent,
    body: story.body,
    titleKey,
    partKey: partKeyOf({ source: original.source, folder, titleKey, authorKey, part }),
    part,
    partsTotal: first("parts-total")?.asWritten ?? null,
    bodyDigest: story.body ? digestOf(normaliseBody(text, story.body)) : "",
    words: story.words,
    language: story.language,
    permission: story.permission,
    stance: story.stance,
    hold: holdOf(story.permission, readAgeDoubt(story, statesMinor, vocabulary)),
    claims: story.claims,
  };
}

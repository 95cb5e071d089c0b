import type { StoredWork } from "../../store/index.ts";
import type { Claim, Stance } from "../../terms/index.ts";
import { maskWords } from "../mask-words.ts";
import type { ContentNotes, Standing, StatedDate, StatedValue, WorkCard } from "../site-use-cases.ts";

/** Makes the row of a list from a work; its words were masked when the work was made. */
export function makeWorkCard(work: StoredWork): WorkCard {
  return {
    id: work.id,
    title: work.title,
    creators: work.creators,
    pairings: work.pairings,
    fandoms: work.fandoms,
    rating: work.rating === null ? null : plainly(work.rating),
    notes: { stance: work.stance, warnings: work.warnings.map(plainly) },
    summary: work.summary,
    posted: work.dateText === null ? null : makeDate(work.dateText, work.dateSort),
    words: work.words,
    parts: work.parts,
    partsTotal: work.partsTotal,
    missingParts: work.missingParts.map(String),
    language: work.language,
    standing: standingOf(work),
  };
}

/** A value read from the text, without a normal form of its own. */
function plainly(words: string): StatedValue {
  return { asWritten: words, value: words, sureness: "read" };
}

/** Why a work is not public, or that it is. */
export function standingOf(work: StoredWork): Standing {
  return work.hold ?? (work.opened ? "open" : "rescue-closed");
}

/** Below this a claim was guessed rather than read. */
const READ = 0.8;

/** A claim as a page shows it, masked. */
export function stateValue(claim: Claim): StatedValue {
  return {
    asWritten: maskWords(claim.asWritten),
    value: maskWords(claim.value),
    sureness: claim.sureness >= READ ? "read" : "guessed",
  };
}

/** What the claims of some witnesses say about content. */
export function noteContent(stance: Stance, claims: readonly Claim[]): ContentNotes {
  const warnings = claims.filter((claim) => claim.field === "warning").map(stateValue);
  const once = new Map(warnings.map((warning) => [warning.asWritten, warning]));
  return { stance, warnings: stance === "declared" ? [...once.values()] : [] };
}

function makeDate(asWritten: string, sort: string | null): StatedDate {
  const [year, month, day] = (sort ?? "").split("-").map(Number);
  return { asWritten, year: year || null, month: month ?? null, day: day ?? null };
}

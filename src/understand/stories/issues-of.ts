import type { Issue, StoryFound } from "../../terms/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";

const THRESHOLD = 0.6;
const MOST_QUESTIONS = 20;

/** Gives what a person should know or answer about the stories of a text. */
export function issuesOf(
  stories: readonly StoryFound[],
  drafts: readonly { readonly postings: readonly PostingRead[] }[],
  text: string,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (stories.length > 1) issues.push({ code: "U-004", detail: `The file holds ${stories.length} stories.` });
  stories.forEach((story, index) => {
    const postings = drafts[index]?.postings.length ?? 1;
    if (postings > 1)
      issues.push({
        code: "U-003",
        detail: `${postings} postings were joined into one story.`,
        range: story.extent,
      });
    if (story.body === null)
      issues.push({
        code: "U-008",
        detail: "A header stands here without a story under it.",
        range: story.extent,
      });
    else if (endsOpen(text, story))
      issues.push({
        code: "U-005",
        detail: "The last sentence has no end.",
        range: { start: Math.max(story.body.start, story.body.end - 80), end: story.body.end },
      });
    for (const claim of story.claims.slice(0, 400)) {
      if (issues.length > MOST_QUESTIONS) break;
      const range = claim.range ?? undefined;
      if (claim.field === "unknown" && claim.rule === "label-unknown")
        issues.push({
          code: "U-001",
          detail: `The label "${claim.label ?? ""}" is not known.`,
          ...(range === undefined ? {} : { range }),
        });
      else if (claim.sureness < THRESHOLD)
        issues.push({
          code: "U-002",
          detail: `The ${claim.field} was read by a rule that is often wrong.`,
          ...(range === undefined ? {} : { range }),
        });
      if (claim.field === "date" && (claim.qualifiers?.length ?? 0) > 1)
        issues.push({
          code: "U-011",
          detail: `The date "${claim.asWritten}" has two readings.`,
          ...(range === undefined ? {} : { range }),
        });
    }
    if (story.claims.some(({ field }) => field === "posted-by"))
      issues.push({ code: "U-013", detail: "The poster is not the author." });
  });
  return issues;
}

/** A body that ends in a letter or comma without an end marker was cut, unless its lines are verse or a letter's close. */
function endsOpen(text: string, story: StoryFound): boolean {
  if (story.body === null || story.claims.some(({ field }) => field === "end-marker")) return false;
  const tail = text.slice(Math.max(story.body.start, story.body.end - 400), story.body.end);
  const lastLine = tail.slice(tail.lastIndexOf("\n") + 1).trim();
  return lastLine.length > 50 && /[\p{Ll},]$/u.test(lastLine) && !/^[-*—]/.test(lastLine);
}

import { fold } from "../../text/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";
import { findPart } from "../head/read-part.ts";

/** Gives the postings by story: neighbours whose subjects name the same work belong to one. */
export function groupPostings(
  text: string,
  postings: readonly PostingRead[],
): readonly (readonly PostingRead[])[] {
  const groups: PostingRead[][] = [];
  for (const posting of postings) {
    const group = groups.at(-1);
    const last = group?.[0];
    if (
      group !== undefined &&
      last !== undefined &&
      sameWork(subjectKey(text, last), subjectKey(text, posting))
    )
      group.push(posting);
    else groups.push([posting]);
  }
  return groups;
}

function sameWork(a: string, b: string): boolean {
  if (a === "" || b === "") return true;
  return a === b || a.includes(b) || b.includes(a) || a.slice(0, 8) === b.slice(0, 8);
}

function subjectKey(text: string, posting: PostingRead): string {
  for (const mail of posting.mails.toReversed()) {
    const subject = mail.fields.get("subject") ?? mail.fields.get("subj");
    if (subject === undefined) continue;
    const words = text
      .slice(subject.start, subject.end)
      .replace(/^(?:\s*(?:re|fwd?|new|fic|story|repost)\s*:|\s*\[[^\]]*\])+/i, "");
    const part = findPart(words);
    return fold(
      part === undefined ? words : part.start > 3 ? words.slice(0, part.start) : part.subtitle,
    ).replace(/[^\p{L}\p{N}]/gu, "");
  }
  return "";
}

import type { Claim } from "../../terms/index.ts";
import type { MailBlock } from "../cut/read-mail-block.ts";
import { readFrom } from "../cut/read-from.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { parseTrailingCodes } from "../values/parse-codes.ts";
import { parseDate } from "../values/parse-date.ts";
import { parseTitle } from "../values/parse-title.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { ratingInLine } from "./claims-of-head.ts";

const SUBJECT_LEAD =
  /^(?:\s*(?:re|fwd?|fw|aw|new|fic|story|repost|newfic|fanfic|poem|x-?files? fan ?fic|creative|revised|adult|ff|x-?fic|[\w-]{2,12}fic)\s*:\s*|\s*\[[^\]]{1,40}\]\s*)+/i;
const SUBJECT_TAIL = /,\s+an?\s.{3,40}$|\s+-+\s*(?:complete|wip|new)\b.*$/i;

/** Gives what mail headers claim: who posted, when, and what the subject says. The innermost headers speak for the story. */
export function claimsOfMail(text: string, mails: readonly MailBlock[], lexicon: Lexicon): readonly Claim[] {
  const claims: Claim[] = [];
  const inner = mails.at(-1);
  for (const name of ["from", "sender"]) {
    const from = inner?.fields.get(name) ?? mails[0]?.fields.get(name);
    if (from === undefined || claims.some(({ field }) => field === "posted-by")) continue;
    const sender = readFrom(text, from);
    if (sender.name !== undefined) claims.push(makeClaim(text, "posted-by", sender.name, "mail-header"));
    if (sender.address !== undefined) claims.push(makeClaim(text, "email", sender.address, "mail-header"));
  }
  const date = inner?.fields.get("date") ?? mails[0]?.fields.get("date") ?? inner?.fields.get("sent");
  if (date !== undefined) {
    const part = parseDate(text, date.start, date.end);
    if (part !== undefined) claims.push(claimOfPart(text, "date", part, "mail-header"));
  }
  const subject = [...mails]
    .reverse()
    .map(({ fields }) => fields.get("subject") ?? fields.get("subj"))
    .find((range) => range !== undefined);
  if (subject !== undefined) {
    const words = text.slice(subject.start, subject.end);
    const lead = SUBJECT_LEAD.exec(words)?.[0].length ?? 0;
    const tail = SUBJECT_TAIL.exec(words);
    const codes = parseTrailingCodes(text, { start: subject.start + lead, end: subject.end }, lexicon);
    for (const code of codes?.parts ?? []) claims.push(claimOfPart(text, "pairing", code, "subject-codes"));
    const end =
      codes?.start ?? (tail !== null && tail.index > lead ? subject.start + tail.index : subject.end);
    const quoted = /["“]([^"”]{2,70})["”]/.exec(words);
    const range =
      quoted?.[1] === undefined
        ? { start: subject.start + lead, end }
        : {
            start: subject.start + quoted.index + 1,
            end: subject.start + quoted.index + 1 + quoted[1].length,
          };
    claims.push(
      ...parseTitle(text, range.start, range.end).map((part) =>
        claimOfPart(text, "title", part, "title-subject"),
      ),
    );
    if (quoted !== null)
      claims.push(
        ...parseTitle(text, subject.start, subject.end)
          .filter(({ field }) => field !== undefined)
          .map((part) => claimOfPart(text, "title", part, "title-subject")),
      );
    claims.push(...ratingInLine(text, subject, lexicon));
  }
  return claims;
}

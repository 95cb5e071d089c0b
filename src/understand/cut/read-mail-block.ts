import type { TextRange } from "../../terms/index.ts";
import { isBlank, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";

/** A block of mail or news headers. */
export interface MailBlock {
  readonly firstLine: number;
  readonly endLine: number;
  /** Header name, lower case -> range of its value; the first of each name. */
  readonly fields: ReadonlyMap<string, TextRange>;
}

const NAMES = new Set(
  "area msg conf from to cc date subject subj newsgroups path message-id sender reply-to organization organisation lines references in-reply-to distribution nntp-posting-host nntp-posting-user x-newsreader x-mailer received return-path mime-version content-type content-transfer-encoding article followup-to summary keywords expires approved xref originator posted-by apparently-to sent-by delivered-to list-id precedence status x-status x-no-archive x-sender x-originating-ip x-uid x-keywords bcc resent-from resent-date resent-to errors-to mailing-list content-length x-trace x-complaints-to nntp-posting-date x-apparently-to user-agent x-priority x-msmail-priority importance sent msg-id".split(
    " ",
  ),
);
const STRONG = new Set([
  "from",
  "date",
  "subject",
  "newsgroups",
  "path",
  "message-id",
  "subj",
  "to",
  "received",
  "return-path",
  "sent",
]);

/**
 * Gives the mail or news headers that begin on a line: at least two, one of them telling who, when or what.
 *
 * A `From:` must name an address, or other headers of the wire must stand beside it: letters inside stories have `From:` too.
 */
export function readMailBlock(lines: LineTable, line: number, to: number): MailBlock | undefined {
  const envelope = lines.text.startsWith(">From ", lines.first[line]);
  const initial = envelope ? 102 : lines.text.charCodeAt(lines.first[line] ?? 0) | 32;
  if (initial < 97 || initial > 122 || (lines.first[line] ?? 0) - (lines.start[line] ?? 0) > 8)
    return undefined;
  const fields = new Map<string, TextRange>();
  let at = line;
  if (
    /^>?From \S+@?\S* +(?:\w{3} ){0,2}/.test(lineText(lines, at).slice(0, 1000)) &&
    /\d{4}\s*$/.test(lineText(lines, at))
  ) {
    fields.set("envelope", { start: lines.first[at] ?? 0, end: lines.last[at] ?? 0 });
    at++;
  }
  while (at < to && !isBlank(lines, at)) {
    const name = headerName(lines, at);
    if (name === undefined) {
      if (
        at > line &&
        /^[ \t]/.test(lines.text.slice(lines.start[at], (lines.start[at] ?? 0) + 1)) &&
        fields.size > 0 &&
        !fields.has("envelope-only")
      ) {
        at++;
        continue;
      }
      break;
    }
    const colon = lines.text.indexOf(":", lines.first[at]);
    let start = colon + 1;
    while (start < (lines.last[at] ?? 0) && /\s/.test(lines.text[start] ?? "")) start++;
    if (!fields.has(name)) fields.set(name, { start, end: Math.max(start, lines.last[at] ?? 0) });
    at++;
  }
  return isMail(fields, lines.text) ? { firstLine: line, endLine: at, fields } : undefined;
}

function headerName(lines: LineTable, line: number): string | undefined {
  const from = lines.first[line] ?? 0;
  const reach = Math.min(lines.last[line] ?? 0, from + 30);
  for (let at = from; at < reach; at++) {
    if (lines.text.charCodeAt(at) !== 58) continue;
    const name = lines.text.slice(from, at).toLowerCase();
    return NAMES.has(name) || /^x-[a-z-]{1,24}$/.test(name) ? name : undefined;
  }
  return undefined;
}

function isMail(fields: ReadonlyMap<string, TextRange>, text: string): boolean {
  if (fields.size < 2 || ![...fields.keys()].some((name) => STRONG.has(name))) return false;
  if (
    fields.has("envelope") ||
    fields.has("message-id") ||
    fields.has("newsgroups") ||
    fields.has("path") ||
    fields.has("received")
  )
    return true;
  const from = fields.get("from");
  const dated = fields.get("date") ?? fields.get("sent");
  const addressed = from !== undefined && text.slice(from.start, from.end).includes("@");
  if (addressed) return fields.size >= 2;
  return (
    dated !== undefined &&
    /\d{4}|\d\d:\d\d/.test(text.slice(dated.start, dated.end)) &&
    (fields.has("subject") || fields.has("subj")) &&
    (from !== undefined || fields.has("to"))
  );
}

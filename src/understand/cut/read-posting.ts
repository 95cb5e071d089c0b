import { findHead, type Head } from "../head/find-head.ts";
import { findTail, type Tail } from "../tail/find-tail.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import type { MailBlock } from "./read-mail-block.ts";
import { readFrontMatter, type FrontMatter } from "./read-front-matter.ts";

/** A posting, read: its headers, its head, its tail, and the story between. */
export interface PostingRead {
  readonly from: number;
  readonly to: number;
  readonly mails: readonly MailBlock[];
  readonly frontMatter: FrontMatter | undefined;
  readonly head: Head;
  readonly tail: Tail;
}

/** Gives a run of lines, read as a posting. */
export function readPosting(
  lines: LineTable,
  from: number,
  to: number,
  mails: readonly MailBlock[],
  lexicon: Lexicon,
): PostingRead {
  const frontMatter = mails.length === 0 ? readFrontMatter(lines, from, to) : undefined;
  const head = findHead(lines, frontMatter?.endLine ?? from, to, lexicon);
  const unsigned =
    mails.length === 0 &&
    frontMatter === undefined &&
    !head.elements.some(({ kind }) => kind === "byline" || kind === "labels" || kind === "copyright");
  const tail = findTail(
    lines,
    head.bodyAt === undefined ? head.bodyLine : head.bodyLine + 1,
    to,
    lexicon,
    unsigned,
  );
  return { from, to, mails, frontMatter, head, tail };
}

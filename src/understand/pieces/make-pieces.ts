import type { Piece, PieceKind, StoryFound } from "../../terms/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";
import type { Element } from "../head/element.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { isBlank } from "../lines/line-text.ts";

/** Gives the pieces of a text: every character in exactly one, in order, whole lines to one kind. */
export function makePieces(
  lines: LineTable,
  drafts: readonly { readonly postings: readonly PostingRead[] }[],
  stories: readonly StoryFound[],
  _lexicon: Lexicon,
): readonly Piece[] {
  const painter = makePainter(lines);
  drafts.forEach(({ postings }, index) => {
    const story = stories[index]?.ordinal ?? index;
    postings.forEach((posting) => paintPosting(painter, lines, posting, story, stories[index]));
  });
  painter.fill(lines.count, "unclaimed", null);
  return painter.pieces;
}

interface Painter {
  readonly pieces: Piece[];
  /** Paints the lines up to `line` that are not painted yet. */
  fill(line: number, kind: PieceKind, story: number | null): void;
  /** Paints up to a place inside a line. */
  fillTo(offset: number, kind: PieceKind, story: number | null): void;
  at(): number;
}

function makePainter(lines: LineTable): Painter {
  const pieces: Piece[] = [];
  let painted = 0;
  const fillTo = (end: number, kind: PieceKind, story: number | null): void => {
    const start = pieces.at(-1)?.range.end ?? 0;
    if (end <= start) return;
    const last = pieces.at(-1);
    if (last !== undefined && last.kind === kind && last.story === story)
      pieces[pieces.length - 1] = { kind, story, range: { start: last.range.start, end } };
    else pieces.push({ kind, story, range: { start, end } });
  };
  return {
    pieces,
    at: () => painted,
    fill(line, kind, story) {
      if (line <= painted) return;
      painted = line;
      fillTo(line >= lines.count ? lines.text.length : (lines.start[line] ?? lines.text.length), kind, story);
    },
    fillTo,
  };
}

function paintPosting(
  painter: Painter,
  lines: LineTable,
  posting: PostingRead,
  story: number,
  found: StoryFound | undefined,
): void {
  const { head, tail } = posting;
  painter.fill(posting.from, "unclaimed", null);
  if (posting.frontMatter !== undefined) painter.fill(posting.frontMatter.endLine, "header", story);
  const title = found?.claims.find(({ field }) => field === "title")?.range ?? undefined;
  for (const element of head.elements) {
    painter.fill(element.firstLine, "blank", story);
    if (element.bodyAt !== undefined) {
      painter.fillTo(element.bodyAt, "header", story);
      break;
    }
    const isTitle =
      title !== undefined &&
      element.kind !== "labels" &&
      element.kind !== "mail" &&
      element.range.start <= title.start &&
      title.end <= element.range.end &&
      element.byline === undefined;
    painter.fill(element.endLine, isTitle ? "title" : headKind(element), story);
  }
  painter.fill(head.bodyLine, "blank", story);
  painter.fill(Math.max(head.bodyLine, Math.min(tail.bodyEndLine, posting.to)), "story", story);
  for (const element of tail.elements) {
    painter.fill(element.firstLine, "blank", story);
    painter.fill(element.endLine, tailKind(element), story);
  }
  if (tail.signatureLine !== undefined) {
    painter.fill(tail.signatureLine, "blank", story);
    let end = posting.to;
    while (end > tail.signatureLine && isBlank(lines, end - 1)) end--;
    painter.fill(end, "signature", story);
  }
  painter.fill(posting.to, "blank", story);
}

function headKind(element: Element): PieceKind {
  switch (element.kind) {
    case "mail":
    case "furniture":
    case "frame-start":
    case "frame-end":
      return "furniture";
    case "separator":
      return "blank";
    case "labels":
    case "copyright":
    case "date":
    case "email":
    case "front-matter":
      return "header";
    case "byline":
      return "byline";
    case "part":
      return "part-label";
    case "quoted":
      return "quoted";
    case "end-marker":
      return "end-marker";
    default:
      return (element.prose?.furniture ?? 0) > 0 && element.kind === "line" ? "furniture" : "notes";
  }
}

function tailKind(element: Element): PieceKind {
  if ((element.prose?.footer ?? 0) > 0) return "footer";
  const kind = headKind(element);
  return kind === "header" && element.kind === "email" ? "signature" : kind;
}

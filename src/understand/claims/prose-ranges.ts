import type { TextRange } from "../../terms/index.ts";
import type { Element } from "../head/element.ts";

/** Labels whose values are prose worth reading for rights, wishes and names. */
const PROSE_FIELDS = new Set(["notes", "disclaimer", "thanks", "feedback", "warning", "unknown"]);

/** Gives the stretches of prose by author or poster among some elements: paragraphs joined when only a line break parts them. */
export function proseRanges(elements: readonly Element[], text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let open: { start: number; end: number } | undefined;
  for (const element of elements) {
    if (element.prose?.cues !== undefined && isSignature(text, element)) continue;
    const isProse =
      (element.kind === "prose" || element.kind === "line") &&
      element.prose !== undefined &&
      (element.prose.furniture === 0 || element.prose.furniture * 25 < element.prose.words) &&
      element.prose.footer === 0;
    if (isProse && open !== undefined && element.gap === 0) {
      open.end = element.range.end;
    } else if (isProse) {
      open = { ...element.range };
      ranges.push(open);
    } else open = undefined;
  }
  return ranges;
}

/** Gives the values of labels that hold prose. */
export function labelProse(
  elements: readonly Element[],
): readonly { readonly range: TextRange; readonly field: string }[] {
  return elements.flatMap(
    (element) =>
      element.labels?.flatMap(({ hit, value }) => {
        if (hit.rows.length === 0 && (element.prose?.balance ?? 0) > 0)
          return [{ range: element.range, field: "unknown" }];
        const row = hit.rows[0];
        return row !== undefined && PROSE_FIELDS.has(row.field) && value.end > value.start
          ? [{ range: value, field: row.field }]
          : [];
      }) ?? [],
  );
}

/** A block with bars, or an address in columns, is somebody's signature: it claims nothing about the story. */
function isSignature(text: string, { range, prose }: Element): boolean {
  const words = text.slice(range.start, Math.min(range.end, range.start + 600));
  return /\S\s*\|\s*\S/.test(words) && words.includes("\n") && (prose?.feedback ?? 0) === 0;
}

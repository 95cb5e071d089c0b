import type { MarkedSpan } from "../../app/site-use-cases.ts";
import type { MarkedStretch } from "../../pages/parts/MarkedText.tsx";

/**
 * Cuts an original into marked and unmarked stretches; joined they are the text again, letter by letter.
 *
 * The gutter has one line for each line of text: the first mark that begins on a line bears the names of all.
 * @param spans - Any order; one that overlaps an earlier one or lies outside the text is left unmarked.
 */
export function markText(
  text: string,
  spans: readonly MarkedSpan[],
  nameOf: (field: MarkedSpan["field"]) => string,
): readonly MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let at = 0;
  let labelled: { line: number; index: number } | undefined;
  let line = 0;
  const pass = (to: number) => {
    for (let end = text.indexOf("\n", at); end >= 0 && end < to; end = text.indexOf("\n", end + 1)) line += 1;
    at = to;
  };
  for (const span of spans.toSorted((a, b) => a.range.start - b.range.start)) {
    const { start, end } = span.range;
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) stretches.push({ text: text.slice(at, start), field: null, label: null });
    pass(start);
    const shared = labelled?.line === line ? labelled.index : undefined;
    if (shared === undefined) labelled = { line, index: stretches.length };
    else addLabel(stretches, shared, nameOf(span.field));
    stretches.push({
      text: text.slice(start, end),
      field: span.field,
      label: shared === undefined ? nameOf(span.field) : null,
    });
    pass(end);
  }
  if (at < text.length) stretches.push({ text: text.slice(at), field: null, label: null });
  return stretches;
}

function addLabel(stretches: MarkedStretch[], index: number, name: string): void {
  const first = stretches[index];
  if (first !== undefined && first.label !== null && !first.label.split(", ").includes(name)) {
    stretches[index] = { ...first, label: `${first.label}, ${name}` };
  }
}

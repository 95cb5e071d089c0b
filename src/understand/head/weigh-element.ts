import type { Element, LabelLine } from "./element.ts";

/** Gives how much an element speaks for header (above 0) or story (below), in the company it keeps. */
export function weighElement(elements: readonly Element[], index: number): number {
  const element = elements[index];
  if (element === undefined) return 0;
  switch (element.kind) {
    case "mail":
    case "front-matter":
      return 8;
    case "frame-start":
      return 14;
    case "frame-end":
      return -6;
    case "byline":
      return element.byline?.title === undefined ? 4.5 : 4;
    case "copyright":
      return 3;
    case "email":
    case "codes":
      return 3;
    case "furniture":
      return 2;
    case "quoted":
      return 1.5;
    case "part":
      return 0.8;
    case "date":
      return nearName(elements, index) || element.dated === true ? 1.5 : -0.3;
    case "end-marker":
      return -3;
    case "separator":
      return isFirstRule(elements, index) ? 1.5 : 0;
    case "labels":
      return Math.max(
        element.prose?.balance ?? -9,
        ...(element.labels ?? []).map((label) => weighLabel(label, index, elements)),
      );
    default:
      return weighProse(element, index, elements);
  }
}

function nearName(elements: readonly Element[], index: number): boolean {
  const before = elements[index - 1];
  return (
    elements[index]?.gap === 0 &&
    (before?.kind === "byline" ||
      before?.kind === "email" ||
      before?.kind === "copyright" ||
      before?.kind === "labels")
  );
}

function weighLabel({ hit, value }: LabelLine, index: number, elements: readonly Element[]): number {
  const before = isKnownLabel(elements[index - 1]);
  const after = isKnownLabel(elements[index + 1]);
  switch (hit.strength) {
    case "known":
      return 3;
    case "derived":
      return 2;
    case "weak":
      return before || after ? 2 : 0.3;
    case "bare":
      if (hit.rows.some(({ field }) => field === "summary" || field === "notes"))
        return value.end > value.start ? 2 : 0;
      return before || after ? 1.5 : 0;
    case "unknown":
      if (elements[index + 1]?.kind === "byline") return 0;
      return before && after ? 1.2 : before || after ? 0.2 : -0.6;
  }
}

function isKnownLabel(element: Element | undefined): boolean {
  return element?.labels?.some(({ hit }) => hit.strength === "known" || hit.strength === "derived") === true;
}

function weighProse(element: Element, index: number, elements: readonly Element[]): number {
  const prose = element.prose;
  if (prose === undefined) return 0;
  if (element.kind === "line") {
    if (prose.opener > 0 && prose.words < 9) return 3;
    if (element.legend === true) return 1.8;
    if (prose.furniture > 0 || prose.rights > 0) return 1.5;
    const next = elements[index + 1];
    if (next?.kind === "byline" && next.gap <= 4) return 0;
    if (prose.story < 0.5 && prose.words < 16 && hangsOnHeader(elements, index)) return 0.6;
    return Math.max(-1.2, Math.min(1.5, prose.balance > 0 ? prose.balance : prose.balance - 0.1));
  }
  return prose.balance < 0 ? prose.balance * (1 + Math.min(2.5, prose.words / 50)) : prose.balance;
}

/** A short line right under labels or a byline, with a blank line before the next paragraph, belongs to them. */
function hangsOnHeader(elements: readonly Element[], index: number): boolean {
  const next = elements[index + 1];
  if (next === undefined || (next.gap === 0 && next.kind !== "line")) return false;
  if (next.gap === 0 && (elements[index + 2]?.gap ?? 0) === 0) return false;
  for (let at = index; at > 0 && elements[at]?.gap === 0 && index - at < 4; at--) {
    const before = elements[at - 1];
    if (
      before?.kind === "byline" ||
      before?.kind === "codes" ||
      before?.kind === "copyright" ||
      isKnownLabel(before)
    )
      return true;
    if (before?.kind !== "line") return false;
  }
  return false;
}

/** The first long rule near the top, with something above it, closes a note more often than a scene. */
function isFirstRule(elements: readonly Element[], index: number): boolean {
  const isLong = ({ kind, range }: Element): boolean => kind === "separator" && range.end - range.start >= 30;
  const element = elements[index];
  if (element === undefined || index === 0 || index > 24 || !isLong(element)) return false;
  return !elements.slice(1, index).some(isLong);
}

import type { Element, ElementContent, Root } from "hast";
import type { Block, Inline } from "../terms/index.ts";
import { renderHtml, type SafeHtml } from "./render-html.ts";
import { sanitise } from "./sanitise.ts";

export type { SafeHtml } from "./render-html.ts";

/** Quotes nested deeper look the same. */
const DEEPEST_QUOTE = 6;

const INLINE_TAGS = { emphasis: "em", strong: "strong", underline: "u" } as const;

/**
 * Renders the blocks of a story as HTML, through the sanitiser.
 *
 * Shape: each block but scene breaks has the id `p1`, `p2` ... by its place, so that an anchor is a paragraph's number.
 * Classes: `verse`, `scene`, `pre`, `letter`, `footnote`. Quotes are nested by their depth.
 * @param text - The text layer the ranges point into; may be masked, as masking keeps lengths.
 */
export function blocksToHtml(text: string, blocks: readonly Block[]): SafeHtml {
  const root: Root = { type: "root", children: [] };
  let number = 0;
  let quotes: Element[] = [];
  for (const block of blocks) {
    const id = block.kind === "scene-break" ? "" : `p${++number}`;
    const element = makeElement(text, block, id);
    quotes = openQuotes(root, quotes, Math.min(block.depth ?? 0, DEEPEST_QUOTE));
    (quotes.at(-1) ?? root).children.push(element);
    if (quotes.length === 0) root.children.push({ type: "text", value: "\n" });
  }
  return renderHtml(sanitise(root));
}

/** Closes and opens quotes until as many are open as asked. */
function openQuotes(root: Root, quotes: readonly Element[], depth: number): Element[] {
  const open = quotes.slice(0, depth);
  while (open.length < depth) {
    const quote: Element = { type: "element", tagName: "blockquote", properties: {}, children: [] };
    (open.at(-1) ?? root).children.push(quote);
    open.push(quote);
  }
  return open;
}

function makeElement(text: string, block: Block, id: string): Element {
  if (block.kind === "scene-break") return element("hr", { className: ["scene"] }, []);
  const properties: Element["properties"] = { id };
  if (block.direction !== undefined) properties["dir"] = block.direction;
  if (block.kind === "preformatted") {
    const { start, end } = block.range;
    properties["className"] = ["pre"];
    // The parser drops one line end after `<pre>`, so one is given to it.
    const words = text.slice(start, end).replaceAll(/\r\n?|[\f\u2028\u2029]/g, "\n");
    return element("pre", properties, [
      { type: "text", value: words.startsWith("\n") ? `\n${words}` : words },
    ]);
  }
  if (block.kind === "verse" || block.kind === "footnote") properties["className"] = [block.kind];
  if (block.kind === "letter-line") properties["className"] = ["letter"];
  const tag = block.kind === "heading" ? `h${Math.min(6, block.level ?? 2)}` : "p";
  return element(
    tag,
    properties,
    block.inlines.map((inline) => makeInline(text, inline)),
  );
}

function makeInline(text: string, inline: Inline): ElementContent {
  if (inline.kind === "line-break") return element("br", {}, []);
  const value = text.slice(inline.range.start, inline.range.end).replaceAll(/\s+/g, " ");
  if (inline.kind === "text") return { type: "text", value };
  return element(INLINE_TAGS[inline.kind], {}, [{ type: "text", value }]);
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: readonly ElementContent[],
): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

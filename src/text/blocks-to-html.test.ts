import * as fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import type { Block } from "../terms/index.ts";
import { blocksToHtml } from "./blocks-to-html.ts";

function whole(kind: Block["kind"], start: number, end: number): Block {
  return { kind, range: { start, end }, inlines: [{ kind: "text", range: { start, end } }] };
}

function quote(at: number, depth: number): Block {
  return { ...whole("quote", at, at + 1), depth };
}

describe("blocksToHtml()", () => {
  it("numbers paragraphs as anchors and leaves scene breaks out of the count", () => {
    const text = "One.\n***\nTwo.";
    const scene: Block = { kind: "scene-break", range: { start: 5, end: 8 }, inlines: [] };
    expect(blocksToHtml(text, [whole("paragraph", 0, 4), scene, whole("paragraph", 9, 13)])).toBe(
      `<p id="p1">One.</p>\n<hr class="scene">\n<p id="p2">Two.</p>\n`,
    );
  });

  it("escapes what looks like markup, in prose and in drawings", () => {
    const text = `<script>alert("x")</script> & </pre>`;
    for (const kind of ["paragraph", "preformatted", "verse", "heading", "letter-line"] as const) {
      const html = blocksToHtml(text, [whole(kind, 0, text.length)]);
      expect(html).not.toMatch(/<script|<\/pre>.*<\/pre>/);
      expect(textOf(html)).toBe(`${text}\n`);
    }
  });

  it("shows line ends and spaces inside a paragraph as one space, in a drawing as they are", () => {
    const text = "a \r\n   b";
    expect(blocksToHtml(text, [whole("paragraph", 0, text.length)])).toBe(`<p id="p1">a b</p>\n`);
    expect(blocksToHtml(text, [whole("preformatted", 0, text.length)])).toBe(
      `<pre id="p1" class="pre">a \n   b</pre>\n`,
    );
  });

  it("nests quotes by depth, and no deeper than a reader can follow", () => {
    const text = "abc";
    expect(blocksToHtml(text, [quote(0, 1), quote(1, 2), quote(2, 1)])).toBe(
      `<blockquote><p id="p1">a</p><blockquote><p id="p2">b</p></blockquote><p id="p3">c</p></blockquote>`,
    );
    expect(blocksToHtml(text, [quote(0, 5000)]).match(/<blockquote>/g)).toHaveLength(6);
  });

  it("gives back the words of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        // A parser of HTML replaces these itself.
        fc.pre(!/[\u0000\r]/.test(text));
        const html = blocksToHtml(text, [whole("paragraph", 0, text.length)]);
        expect(textOf(html)).toBe(`${text.replaceAll(/\s+/g, " ")}\n`);
      }),
    );
  });
});

function textOf(html: string): string {
  const words: string[] = [];
  const walk = (
    node: ReturnType<typeof fromHtml> | ReturnType<typeof fromHtml>["children"][number],
  ): void => {
    if (node.type === "text") words.push(node.value);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(html, { fragment: true }));
  return words.join("");
}

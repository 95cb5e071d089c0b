import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../terms/index.ts";
import { blocksOf } from "./blocks-of.ts";

function blocks(text: string): readonly Block[] {
  return blocksOf(text, { start: 0, end: text.length });
}

/** Pieces that stories are made of, so that chance makes texts worth testing. */
const PIECES = [
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\n\n\n\n",
  "\f",
  "     ",
  "\t",
  " ",
  " ",
  "  ",
  "> ",
  ">> ",
  "* * *",
  "***",
  "~*~",
  "-----",
  "#",
  "o0o",
  "*",
  "_",
  "/",
  "**",
  "__",
  "--",
  "-",
  "Chapter 3",
  "II.",
  "PROLOGUE",
  "Dear Wills,",
  "All my love,",
  "MULDER: ",
  "<nick> ",
  "[12:01] nick: ",
  "[1]",
  "word",
  "He said",
  '"No,"',
  "and went to the old house",
  "well-",
  "known",
  "日本語",
  "の文",
  "שלום",
  "مرحبا",
  "|   |",
  "====",
  "...",
  "\u00a0",
  "\u3000",
  "\u2028",
  "\ud83d",
  "😀",
  "\u0000",
  "\ufeff",
  "(aside)",
  "- item",
  "1. item",
  "snake_case",
  "<i>",
  "</i>",
  "<B>",
  "</B>",
  "and/or",
  "/usr/bin/",
  "The rain fell on the roof all night long and she",
  "## Title",
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 80 })
  .map((parts) => parts.join(""));

describe("blocksOf()", () => {
  it("keeps blocks and inlines in order, inside the body, without overlap", () => {
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(30), (text, before, after) => {
        const body = {
          start: Math.min(before, text.length),
          end: Math.max(Math.min(before, text.length), text.length - after),
        };
        let at = body.start;
        for (const block of blocksOf(text, body)) {
          expect(block.range.start).toBeGreaterThanOrEqual(at);
          expect(block.range.end).toBeGreaterThan(block.range.start);
          let inside = block.range.start;
          for (const inline of block.inlines) {
            expect(inline.range.start).toBeGreaterThanOrEqual(inside);
            expect(inline.range.end).toBeGreaterThan(inline.range.start);
            inside = inline.range.end;
          }
          expect(inside).toBeLessThanOrEqual(block.range.end);
          at = block.range.end;
        }
        expect(at).toBeLessThanOrEqual(body.end);
      }),
      { numRuns: 1500 },
    );
  });

  it("loses no visible character: what is in no inline is a sign of a mark, a quote, a heading or a scene break", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = new Uint8Array(text.length);
        for (const tag of text.matchAll(/<\/?[ib]>/gi)) shown.fill(1, tag.index, tag.index + tag[0].length);
        for (const block of blocks(text)) {
          for (let at = block.range.start; at < block.range.end; at++) {
            if (allowsHidden(block, text.charAt(at))) shown[at] = 1;
          }
          for (const { range } of block.inlines) shown.fill(1, range.start, range.end);
        }
        for (let at = 0; at < text.length; at++) {
          if (shown[at] === 0 && !/[\s>]/.test(text.charAt(at)))
            expect.fail(`lost ${JSON.stringify(text.slice(at))} of ${JSON.stringify(text)}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("gives the same blocks for the same text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(blocks(text)).toEqual(blocks(text));
      }),
    );
  });

  it("lets a form feed before a quote take none of its signs", () => {
    const [scene, quote] = blocks("__\f> ## Title");
    expect(scene!.range.end).toBeLessThanOrEqual(quote!.range.start);
  });

  it("gives nothing for an empty or blank body", () => {
    expect(blocks("")).toEqual([]);
    expect(blocks(" \r\n\t\n\f\n")).toEqual([]);
  });
});

function allowsHidden(block: Block, char: string): boolean {
  if (block.kind === "scene-break") return true;
  if (block.kind === "heading" && "#=-~_*".includes(char)) return true;
  if (block.kind === "quote" && char === ">") return true;
  return "*_/".includes(char);
}

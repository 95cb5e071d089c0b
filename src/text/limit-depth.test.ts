import type { Element, Root } from "hast";
import { describe, expect, it } from "vitest";
import { limitDepth } from "./limit-depth.ts";

function nest(depth: number): Root {
  let node: Element = {
    type: "element",
    tagName: "i",
    properties: {},
    children: [{ type: "text", value: "deep" }],
  };
  for (let at = 1; at < depth; at++)
    node = { type: "element", tagName: "div", properties: {}, children: [node] };
  return { type: "root", children: [node] };
}

describe("limitDepth()", () => {
  it("gives back the very tree when it is shallow", () => {
    const tree = nest(20);
    expect(limitDepth(tree)).toBe(tree);
  });

  it("keeps the words of what lies too deep, but not its scripts", () => {
    const tree = nest(500);
    const inner: Element = {
      type: "element",
      tagName: "script",
      properties: {},
      children: [{ type: "text", value: "x()" }],
    };
    let node = tree.children[0] as Element;
    while (node.children[0]?.type === "element") node = node.children[0];
    node.children.push(inner);
    const shown = JSON.stringify(limitDepth(tree));
    expect(shown).toContain("deep");
    expect(shown).not.toContain("x()");
    expect(shown.split('"div"').length).toBeLessThan(110);
  });
});

import type { Element, Nodes, Root, Text } from "hast";

/** Prose is never nested so deep; the walkers after this one call themselves. */
const DEEPEST = 100;

/**
 * Gives a tree nested no deeper than walkers that call themselves can bear; what lies deeper becomes its text.
 *
 * The tree itself when it is shallow enough, else a copy.
 */
export function limitDepth(tree: Root): Root {
  if (!isDeeper(tree)) return tree;
  return { ...tree, children: tree.children.map((child) => copyNode(child, 1)) } as Root;
}

function isDeeper(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    const below: Nodes[] = [];
    for (const node of level) if ("children" in node) for (const child of node.children) below.push(child);
    level = below;
  }
  return false;
}

function copyNode(node: Nodes, depth: number): Nodes {
  if (node.type !== "element") return node;
  const children =
    depth === DEEPEST ? [textOf(node)] : node.children.map((child) => copyNode(child, depth + 1) as Element);
  return { ...node, children };
}

/** All text below, found without recursion; scripts and styles are no text. */
function textOf(element: Element): Text {
  const words: string[] = [];
  const stack: Nodes[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text") words.push(node.value);
    if (node.type !== "element" || node.tagName === "script" || node.tagName === "style") continue;
    for (const child of node.children.toReversed()) stack.push(child);
  }
  return { type: "text", value: words.join("") };
}

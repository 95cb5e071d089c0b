import type { Element, Nodes, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { isOwnAddress } from "./is-own-address.ts";
import { limitDepth } from "./limit-depth.ts";
import { SAFE_SCHEMA } from "./safe-schema.ts";

declare const safe: unique symbol;

/** A tree that went through `sanitise`; nothing else makes one. */
export type SafeTree = Root & { readonly [safe]: true };

/** Ids from outside get it, so that none can stand for one of a page's own or hide a property of the document. */
const ID_PREFIX = "t-";

/** Our own anchors of paragraphs. */
const ANCHOR = /^p\d{1,7}$/;

/**
 * Gives a tree that is safe to show: the one sanitiser through which all HTML goes, ours and others'.
 *
 * Kept are the elements and attributes of prose. No script, form, frame, style, handler; links lead to http, https or
 * into the site and say `nofollow noopener noreferrer`; images come from the site itself; ids get the prefix `t-`,
 * but for anchors of paragraphs (`p12`). Nesting beyond a limit is flattened to its text.
 */
export function sanitise(tree: Root): SafeTree {
  const clean = sanitize(limitDepth(tree), SAFE_SCHEMA);
  const root: Root = clean.type === "root" ? clean : { type: "root", children: [clean] };
  tidyAddresses(root);
  // The cast holds: the library has copied what the schema allows, and the rest has just been tidied.
  return root as SafeTree;
}

function tidyAddresses(node: Nodes): void {
  if (node.type === "element") tidyElement(node);
  if (!("children" in node)) return;
  for (const child of node.children) tidyAddresses(child);
}

function tidyElement(element: Element): void {
  const { properties } = element;
  const { id, href } = properties;
  if (typeof id === "string") properties["id"] = nameOf(id);
  if (element.tagName === "img" && !isOwnAddress(properties["src"])) delete properties["src"];
  if (element.tagName !== "a") return;
  if (typeof href !== "string") {
    delete properties["href"];
    return;
  }
  if (href.startsWith("#")) properties["href"] = `#${nameOf(href.slice(1))}`;
  properties["rel"] = ["nofollow", "noopener", "noreferrer"];
}

function nameOf(id: string): string {
  return ANCHOR.test(id) || id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
}

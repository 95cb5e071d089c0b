import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { MessageTree } from "./create-say.ts";

/** Reads the interface strings of one language from the package. */
export function loadMessages(language: string): MessageTree {
  const file = new URL(`../../messages/${language}.yaml`, import.meta.url);
  // The package's own file: its shape is held by a test.
  return parse(readFileSync(file, "utf8")) as MessageTree;
}

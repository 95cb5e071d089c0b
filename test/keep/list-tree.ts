import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Gives every file below a folder with the sha256 of its bytes, and every empty folder, sorted: equal trees give equal lists; empty for no folder. */
export function listTree(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isDirectory()) return `${relative(folder, path)} ${hash("sha256", readFileSync(path))}`;
      return readdirSync(path).length === 0 ? `${relative(folder, path)}/` : "";
    })
    .filter((line) => line !== "")
    .sort();
}

import type { Report } from "./ocfl-finding.ts";

/** The codes that paths of one kind have. */
interface PathCodes {
  readonly dots: string;
  readonly slashes: string;
  readonly conflict: string;
}

/** Codes for the paths of a `state` block. */
export const LOGICAL: PathCodes = { dots: "E052", slashes: "E053", conflict: "E095" };

/** Codes for the paths of `manifest` and `fixity`. */
export const CONTENT: PathCodes = { dots: "E099", slashes: "E100", conflict: "E101" };

/** Reports paths that are malformed, stand twice, or are a folder of another. */
export function checkPaths(paths: readonly string[], codes: PathCodes, where: string, report: Report): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path.startsWith("/") || path.endsWith("/"))
      report(codes.slashes, where, `"${path}" begins or ends with a slash`);
    if (path.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
      report(codes.dots, where, `"${path}" has an empty segment, "." or ".."`);
    }
    if (seen.has(path)) report(codes.conflict, where, `"${path}" stands twice`);
    seen.add(path);
  }
  for (const path of seen) {
    for (let at = path.indexOf("/", 1); at !== -1; at = path.indexOf("/", at + 1)) {
      const folder = path.slice(0, at);
      if (seen.has(folder))
        report(codes.conflict, where, `"${folder}" is a file and the folder of "${path}"`);
    }
  }
}

import { escapePath } from "./escape-path.ts";

/** Hands out paths that never clash, whatever paths come in. */
export interface PathClaims {
  /**
   * Gives a free path for `path`.
   *
   * Clashing means being equal, or one being a folder of the other; the later one gets `~2`, `~3` ... at the end of the
   * segment that clashes.
   */
  claim(path: string): string;
}

/** Content paths clash when they differ in nothing but letter case or composed accents, as some disks see no difference. */
export function claimContentPaths(): PathClaims {
  return claimPaths(escapePath, (path) => path.normalize("NFC").toLowerCase());
}

/** Logical paths are never looked up on a disk: they clash only when equal, and need only be free of `.`, `..` and nothing. */
export function claimLogicalPaths(): PathClaims {
  return claimPaths(escapeDots, (path) => path);
}

// OCFL wants paths unique and none the folder of another (E095, E101).
function claimPaths(escape: (path: string) => string, key: (path: string) => string): PathClaims {
  const files = new Set<string>();
  const folders = new Set<string>();
  return {
    claim(path) {
      let safe = escape(path);
      safe = clearFolders(safe, files, key);
      safe = clearFile(safe, files, folders, key);
      files.add(key(safe));
      for (const folder of foldersOf(safe)) folders.add(key(folder));
      return safe;
    },
  };
}

type KeyOf = (path: string) => string;

function clearFolders(path: string, files: ReadonlySet<string>, key: KeyOf): string {
  const segments = path.split("/");
  const clear: string[] = [];
  for (const [place, segment] of segments.entries()) {
    if (place === segments.length - 1) {
      clear.push(segment);
      break;
    }
    let name = segment;
    for (let n = 2; files.has(key([...clear, name].join("/"))); n += 1) name = `${segment}~${n}`;
    clear.push(name);
  }
  return clear.join("/");
}

function clearFile(
  path: string,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
  key: KeyOf,
): string {
  let free = path;
  for (let n = 2; files.has(key(free)) || folders.has(key(free)); n += 1) free = `${path}~${n}`;
  return free;
}

function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}

function escapeDots(path: string): string {
  return path.toWellFormed().split("/").map(escapeDotSegment).join("/");
}

function escapeDotSegment(segment: string): string {
  if (segment === "") return "%00";
  return segment === "." || segment === ".." ? segment.replaceAll(".", "%2E") : segment;
}

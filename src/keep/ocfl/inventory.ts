/** Digests with the paths that have them; digests as written, paths in order. */
export type DigestPaths = ReadonlyMap<string, readonly string[]>;

/** What an inventory says of one version, as far as it could be understood. */
export interface VersionBlock {
  readonly created: unknown;
  readonly message: unknown;
  readonly user: unknown;
  /** Digest -> logical paths. */
  readonly state: DigestPaths;
}

/** An inventory, as far as it could be understood; what could not is reported and left out. */
export interface Inventory {
  /** Path of its folder from the object's root: `` or `v1`. */
  readonly folder: string;
  /** sha512 of the file's bytes, to tell whether two inventories are the same file. */
  readonly fileDigest: string;
  readonly id: string | undefined;
  readonly specVersion: SpecVersion | undefined;
  readonly algorithm: string | undefined;
  readonly head: string | undefined;
  /** `undefined` when the key is absent; its default is `content`. */
  readonly contentDirectory: string | undefined;
  /** Digest -> content paths. */
  readonly manifest: DigestPaths;
  readonly versions: ReadonlyMap<string, VersionBlock>;
  /** Algorithm -> digest -> content paths. */
  readonly fixity: ReadonlyMap<string, DigestPaths>;
}

export const SPEC_VERSIONS = ["1.0", "1.1"] as const;

export type SpecVersion = (typeof SPEC_VERSIONS)[number];

/** Name of OCFL's digest algorithms -> Node's; from the specification and extensions 0001 and 0009. */
export const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ["md5", "md5"],
  ["sha1", "sha1"],
  ["sha256", "sha256"],
  ["sha512", "sha512"],
  ["sha512/256", "sha512-256"],
  ["blake2b-512", "blake2b512"],
]);

/** Algorithms that extensions name and Node cannot compute: OCFL lets a client pass over them. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  "blake2b-160",
  "blake2b-256",
  "blake2b-384",
  "size",
]);

/** Number of a version folder's name, padded or not; `undefined` for another name. */
export function findVersionNumber(name: string): number | undefined {
  return /^v\d{1,9}$/.test(name) && Number(name.slice(1)) > 0 ? Number(name.slice(1)) : undefined;
}

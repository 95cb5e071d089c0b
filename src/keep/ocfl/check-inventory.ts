import { checkPaths, CONTENT, LOGICAL } from "./check-paths.ts";
import {
  ALGORITHMS,
  findVersionNumber,
  PASSED_OVER,
  SPEC_VERSIONS,
  type DigestPaths,
  type Inventory,
  type VersionBlock,
} from "./inventory.ts";
import type { Report } from "./ocfl-finding.ts";

const KEYS: ReadonlySet<string> = new Set([
  "id",
  "type",
  "digestAlgorithm",
  "head",
  "contentDirectory",
  "manifest",
  "versions",
  "fixity",
]);
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const INSTANT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const SPEC_TYPE = /^https:\/\/ocfl\.io\/(\d+\.\d+)\/spec\/#inventory$/;

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks what one inventory says in itself and gives it in a form that later checks can rely on.
 *
 * @param where - Path of the inventory, for the findings.
 */
export function checkInventory(
  value: unknown,
  file: { readonly folder: string; readonly fileDigest: string },
  where: string,
  report: Report,
): Inventory | undefined {
  if (!isObject(value)) {
    report("E033", where, "The inventory is no JSON object");
    return undefined;
  }
  for (const key of Object.keys(value)) if (!KEYS.has(key)) report("E102", where, `Unknown key "${key}"`);
  for (const key of ["id", "type", "digestAlgorithm", "head"]) {
    if (!(key in value)) report("E036", where, `The key "${key}" is missing`);
  }
  const specVersion = checkType(value["type"], where, report);
  const manifest = checkManifest(value, where, report);
  const versions = checkVersions(value, manifest, where, report);
  if (specVersion !== "1.0") checkUse(manifest, versions, where, report);
  return {
    ...file,
    id: checkId(value["id"], where, report),
    specVersion,
    algorithm: checkAlgorithm(value["digestAlgorithm"], where, report),
    head: checkHead(value["head"], versions, where, report),
    contentDirectory: checkContentDirectory(value["contentDirectory"], where, report),
    manifest,
    versions,
    fixity: checkFixity(value["fixity"], specVersion, where, report),
  };
}

function checkId(id: unknown, where: string, report: Report): string | undefined {
  if (id === undefined) return undefined;
  if (typeof id !== "string" || id === "") {
    report("E037", where, "The id is no text");
    return undefined;
  }
  if (!URI.test(id)) report("W005", where, `The id "${id}" is no URI`);
  return id;
}

function checkType(type: unknown, where: string, report: Report): Inventory["specVersion"] {
  if (type === undefined) return undefined;
  const found = typeof type === "string" ? SPEC_TYPE.exec(type)?.[1] : undefined;
  const known = SPEC_VERSIONS.find((version) => version === found);
  if (known === undefined) report("E038", where, "The type names no known version of the specification");
  return known;
}

function checkAlgorithm(algorithm: unknown, where: string, report: Report): string | undefined {
  if (algorithm === undefined) return undefined;
  if (algorithm !== "sha512" && algorithm !== "sha256") {
    report("E025", where, "The digest algorithm is neither sha512 nor sha256");
    return typeof algorithm === "string" ? algorithm : undefined;
  }
  if (algorithm === "sha256") report("W004", where, "The digest algorithm is sha256, not sha512");
  return algorithm;
}

function checkHead(
  head: unknown,
  versions: ReadonlyMap<string, VersionBlock>,
  where: string,
  report: Report,
): string | undefined {
  if (head === undefined) return undefined;
  const highest = [...versions.keys()].reduce((best, name) => {
    return (findVersionNumber(name) ?? 0) > (findVersionNumber(best) ?? 0) ? name : best;
  }, "");
  if (typeof head !== "string" || head !== highest) {
    report("E040", where, `The head is not the highest version, "${highest}"`);
  }
  return typeof head === "string" ? head : undefined;
}

function checkContentDirectory(value: unknown, where: string, report: Report): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value === "" || value.includes("/")) {
    report("E017", where, "The content directory is no single name");
    return undefined;
  }
  if (value === "." || value === "..") report("E018", where, "The content directory is one or two periods");
  return value;
}

function checkManifest(value: Json, where: string, report: Report): DigestPaths {
  if (!("manifest" in value)) {
    report("E041", where, "The manifest is missing");
    return new Map();
  }
  const codes = { shape: "E106", paths: "E092", twice: "E096" };
  const manifest = readDigestPaths(value["manifest"], codes, `${where} manifest`, where, report);
  checkPaths([...manifest.values()].flat(), CONTENT, where, report);
  return manifest;
}

function checkVersions(
  value: Json,
  manifest: DigestPaths,
  where: string,
  report: Report,
): ReadonlyMap<string, VersionBlock> {
  const blocks = value["versions"];
  const versions = new Map<string, VersionBlock>();
  if (blocks === undefined) {
    report("E041", where, "The versions are missing");
    report("E043", where, "The versions are missing");
    return versions;
  }
  if (!isObject(blocks)) {
    report("E044", where, "The versions are no JSON object");
    return versions;
  }
  for (const [name, block] of Object.entries(blocks)) {
    if (findVersionNumber(name) === undefined) report("E046", where, `"${name}" is no name of a version`);
    if (isObject(block)) versions.set(name, checkVersion(name, block, manifest, where, report));
    else report("E047", where, `Version "${name}" is no JSON object`);
  }
  if (versions.size === 0) report("E008", where, "There is no version");
  return versions;
}

function checkVersion(
  name: string,
  block: Json,
  manifest: DigestPaths,
  where: string,
  report: Report,
): VersionBlock {
  const { created, message, user } = block;
  for (const key of ["created", "state"]) {
    if (!(key in block)) report("E048", where, `Version "${name}" has no "${key}"`);
  }
  if (created !== undefined && !isInstant(created))
    report("E049", where, `Version "${name}" has no RFC 3339 instant`);
  if (message === undefined || user === undefined)
    report("W007", where, `Version "${name}" lacks message or user`);
  if (message !== undefined && typeof message !== "string")
    report("E094", where, `The message of "${name}" is no text`);
  if (user !== undefined) checkUser(user, name, where, report);
  return { created, message, user, state: checkState(block["state"], name, manifest, where, report) };
}

function checkUser(user: unknown, name: string, where: string, report: Report): void {
  if (!isObject(user) || typeof user["name"] !== "string" || user["name"] === "") {
    report("E054", where, `The user of version "${name}" has no name`);
    return;
  }
  const address = user["address"];
  if (address === undefined) report("W008", where, `The user of version "${name}" has no address`);
  else if (typeof address !== "string" || !URI.test(address)) {
    report("W009", where, `The address of the user of version "${name}" is no URI`);
  }
}

function checkState(
  value: unknown,
  name: string,
  manifest: DigestPaths,
  where: string,
  report: Report,
): DigestPaths {
  if (value === undefined) return new Map();
  const codes = { shape: "E050", paths: "E051", twice: "E050" };
  const state = readDigestPaths(value, codes, `state of version "${name}"`, where, report);
  for (const digest of state.keys()) {
    if (!manifest.has(digest))
      report("E050", where, `Version "${name}" names a digest that is not in the manifest`);
  }
  checkPaths([...state.values()].flat(), LOGICAL, where, report);
  return state;
}

function checkUse(
  manifest: DigestPaths,
  versions: ReadonlyMap<string, VersionBlock>,
  where: string,
  report: Report,
): void {
  const used = new Set<string>();
  for (const { state } of versions.values())
    for (const digest of state.keys()) used.add(digest.toLowerCase());
  for (const [digest, paths] of manifest) {
    if (!used.has(digest.toLowerCase())) report("E107", where, `No version uses "${paths[0] ?? digest}"`);
  }
}

function checkFixity(
  value: unknown,
  specVersion: Inventory["specVersion"],
  where: string,
  report: Report,
): ReadonlyMap<string, DigestPaths> {
  const fixity = new Map<string, DigestPaths>();
  if (value === undefined) return fixity;
  if (!isObject(value)) {
    report(specVersion === "1.0" ? "E057" : "E111", where, "The fixity is no JSON object");
    return fixity;
  }
  for (const [algorithm, block] of Object.entries(value)) {
    if (!ALGORITHMS.has(algorithm) && !PASSED_OVER.has(algorithm)) {
      report("E056", where, `The fixity algorithm "${algorithm}" is unknown`);
    }
    const codes = { shape: "E057", paths: "E057", twice: "E097" };
    const paths = readDigestPaths(block, codes, `fixity "${algorithm}"`, where, report);
    checkPaths([...new Set([...paths.values()].flat())], CONTENT, where, report);
    fixity.set(algorithm, paths);
  }
  return fixity;
}

function readDigestPaths(
  value: unknown,
  codes: { readonly shape: string; readonly paths: string; readonly twice: string },
  what: string,
  where: string,
  report: Report,
): DigestPaths {
  const digests = new Map<string, readonly string[]>();
  if (!isObject(value)) {
    report(codes.shape, where, `The ${what} is no JSON object`);
    return digests;
  }
  const seen = new Set<string>();
  for (const [digest, paths] of Object.entries(value)) {
    if (seen.has(digest.toLowerCase())) report(codes.twice, where, `The ${what} has a digest twice`);
    seen.add(digest.toLowerCase());
    if (Array.isArray(paths) && paths.every((path) => typeof path === "string")) digests.set(digest, paths);
    else report(codes.paths, where, `The ${what} has no list of paths for a digest`);
  }
  return digests;
}

function isInstant(value: unknown): boolean {
  return (
    typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value.replace(/\.\d+/, "")))
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

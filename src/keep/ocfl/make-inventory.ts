/** One file of an object's single version. */
export interface InventoryFile {
  readonly logicalPath: string;
  readonly contentPath: string;
  readonly sha256: string;
  readonly sha512: string;
}

/** What an inventory says. */
export interface InventoryFacts {
  readonly objectId: string;
  /** Instant of the version, ISO 8601 UTC. */
  readonly created: string;
  readonly message: string;
  readonly files: readonly InventoryFile[];
}

/**
 * Gives the text of the inventory of a one-version OCFL 1.1 object: sha512 as content address, sha256 as fixity.
 *
 * The same facts give the same bytes: entries are sorted by path. The id is the first key, so that a reader who wants no
 * more than the id need not read on.
 */
export function makeInventory(facts: InventoryFacts): string {
  const files = [...facts.files].sort((a, b) => (a.logicalPath < b.logicalPath ? -1 : 1));
  const inventory = {
    id: facts.objectId,
    type: "https://ocfl.io/1.1/spec/#inventory",
    digestAlgorithm: "sha512",
    head: "v1",
    manifest: group(
      files,
      (file) => file.sha512,
      (file) => file.contentPath,
    ),
    versions: {
      v1: {
        created: facts.created,
        message: facts.message,
        user: { name: "Fanlight", address: "urn:fanlight:program" },
        state: group(
          files,
          (file) => file.sha512,
          (file) => file.logicalPath,
        ),
      },
    },
    fixity: {
      sha256: group(
        files,
        (file) => file.sha256,
        (file) => file.contentPath,
      ),
    },
  };
  return `${JSON.stringify(inventory, null, 1)}\n`;
}

function group(
  files: readonly InventoryFile[],
  keyOf: (file: InventoryFile) => string,
  pathOf: (file: InventoryFile) => string,
): Readonly<Record<string, readonly string[]>> {
  const groups = new Map<string, Set<string>>();
  for (const file of files) {
    const key = keyOf(file);
    const paths = groups.get(key) ?? new Set<string>();
    paths.add(pathOf(file));
    groups.set(key, paths);
  }
  return Object.fromEntries([...groups].map(([key, paths]) => [key, [...paths]]));
}

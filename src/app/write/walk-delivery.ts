import { walkPile, type FoundFile, type FoundTrouble } from "../../keep/index.ts";
import type { Delivery } from "./list-deliveries.ts";

/** Walks what one delivery consists of; the archive itself is passed over where it lies in the pile. */
export async function* walkDelivery(
  { roots }: Delivery,
  archiveDir: string,
): AsyncGenerator<FoundFile | FoundTrouble> {
  for (const { path, folder } of roots) {
    for await (const found of walkPile(path, { archiveDir }))
      yield folder === "" ? found : placeIn(`${folder}/`, found);
  }
}

function placeIn<T extends FoundFile | FoundTrouble>(folder: string, found: T): T {
  const raw = found.rawPathHex === undefined ? {} : { rawPathHex: toHex(folder) + found.rawPathHex };
  return { ...found, path: folder + found.path, ...raw };
}

function toHex(words: string): string {
  return Buffer.from(words).toString("hex");
}

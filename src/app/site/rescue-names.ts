import { openSealed } from "../../keep/index.ts";
import { readAccessionNote } from "../write/accessions.ts";
import type { SiteContext } from "./site-context.ts";

/** What the keeper calls a rescue; its id once that was forgotten. */
export async function readRescueName(site: SiteContext, rescue: string): Promise<string> {
  return await site.remember(`rescue ${rescue}`, async () => {
    const { name } = await readAccessionNote(await openSealed(site.dir), rescue);
    return name;
  });
}

import { listAccessions } from "../store/index.ts";
import { readChecklist } from "./checklist.ts";
import type { AppContext } from "./context.ts";
import { withReading } from "./open-reading.ts";
import type { Checklist } from "./site-use-cases.ts";
import { readAccessionNote } from "./write/accessions.ts";

/** The checklists of all rescues, or of one. @throws NotFoundError when there is no such rescue. */
export async function listChecklists(
  dir: string,
  context: AppContext,
  rescue?: string,
): Promise<readonly Checklist[]> {
  return await withReading(dir, context, async ({ catalogue, sealed, issueCodes }) => {
    const all = (await listAccessions(catalogue.db)).map(({ id }) => id);
    const lists: Checklist[] = [];
    for (const id of rescue === undefined ? all : [rescue]) {
      const { name } = await readAccessionNote(sealed, id);
      lists.push(await readChecklist(catalogue.db, id, name, issueCodes));
    }
    return lists;
  });
}

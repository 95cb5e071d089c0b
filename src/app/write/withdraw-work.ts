import { findWork, findWorkMark } from "../../store/index.ts";
import { GoneError, NotFoundError } from "../../terms/index.ts";
import type { AppContext } from "../context.ts";
import { appendEvents, withArchive } from "./change-rescues.ts";

/**
 * Takes a work from view, in every copy and part, for everybody; its originals stay.
 *
 * @throws NotFoundError when there is no such work; GoneError when it was erased.
 */
export async function withdrawWork(dir: string, work: string, context: AppContext): Promise<void> {
  await withArchive(dir, context, "fanlight withdraw", async (archive) => {
    const mark = await findWorkMark(archive.catalogue.db, work);
    if (mark?.erased) throw new GoneError(`Work "${work}" was erased: there is nothing left to withdraw`);
    if (mark?.withdrawn) return;
    if (!(await findWork(archive.catalogue.db, work)))
      throw new NotFoundError(`Name a work that is there: "${work}" is not`);
    await appendEvents(archive, [{ type: "work-withdrawn", version: 1, work }]);
  });
}

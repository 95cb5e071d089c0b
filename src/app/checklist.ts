import { createHash } from "node:crypto";
import { isPublic } from "../catalogue/index.ts";
import { groupQuestions } from "../review/index.ts";
import {
  countIssues,
  countWorksByRights,
  countWorksWithoutCreator,
  countWorksWithPrivate,
  findAccession,
  type Db,
  type WorkCount,
} from "../store/index.ts";
import { HOLDS, NotFoundError, PERMISSIONS, type Permission } from "../terms/index.ts";
import type { IssueCodeRow } from "../vocabulary/index.ts";
import type { Checklist } from "./site-use-cases.ts";

/**
 * Counts what a keeper must know before letting the public into a rescue.
 *
 * @throws NotFoundError when there is no such rescue.
 */
export async function readChecklist(
  db: Db,
  rescue: string,
  name: string,
  issueCodes: readonly IssueCodeRow[],
): Promise<Checklist> {
  const accession = await findAccession(db, rescue);
  if (!accession) throw new NotFoundError(`Name a rescue that is there: "${rescue}" is not`);
  const rights = await countWorksByRights(db, rescue);
  const sum = (which: (row: WorkCount) => boolean): number =>
    rights.filter(which).reduce((all, row) => all + row.count, 0);
  const groups = groupQuestions(await countIssues(db, rescue), issueCodes);
  const count = (severity: string): number =>
    groups.filter((group) => group.severity === severity).reduce((sum, group) => sum + group.count, 0);
  const permission = Object.fromEntries(
    PERMISSIONS.map((word) => [word, sum((row) => row.permission === word)]),
  ) as Record<Permission, number>; // one entry per word of PERMISSIONS, which lists them all
  const checklist = {
    rescueId: rescue,
    rescueName: name,
    isOpen: accession.opened,
    works: sum(() => true),
    willOpen: sum((row) => isPublic({ opened: true, hold: row.hold, withdrawn: row.withdrawn })),
    held: HOLDS.map((hold) => ({ hold, works: sum((row) => row.hold === hold && !row.withdrawn) })).filter(
      ({ works }) => works > 0,
    ),
    withdrawn: sum((row) => row.withdrawn),
    withPrivateDetails: await countWorksWithPrivate(db, rescue),
    permission,
    withoutCreator: await countWorksWithoutCreator(db, rescue),
    withoutNotes: sum((row) => row.stance === "silent"),
    questions: count("question"),
    damaged: count("damage"),
  };
  const stamp = createHash("sha256").update(JSON.stringify(checklist)).digest("hex").slice(0, 16);
  return { ...checklist, stamp };
}

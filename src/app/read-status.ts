import { groupQuestions, needsPerson, type IssueGroup } from "../review/index.ts";
import {
  countIssues,
  countKinds,
  countRescue,
  countWorks,
  listAccessions,
  type Catalogue,
} from "../store/index.ts";
import type { IssueCodeRow } from "../vocabulary/index.ts";
import type { AppContext } from "./context.ts";
import { withReading } from "./open-reading.ts";
import type { ReadingArchive } from "./open-reading.ts";
import { readAccessionNote } from "./write/accessions.ts";

/** A rescue, counted. */
export interface RescueStatus {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly ended: boolean;
  readonly originals: number;
  readonly stories: number;
  readonly works: number;
  readonly questions: number;
  readonly damaged: number;
}

/** What an archive holds, what is public, what needs a person. */
export interface ArchiveStatus {
  readonly name: string;
  readonly folder: string;
  readonly works: number;
  readonly publicWorks: number;
  readonly rescues: readonly RescueStatus[];
  readonly unread: readonly { readonly kind: string; readonly count: number }[];
  /** Damage first, then questions, the most frequent first. */
  readonly questions: readonly { readonly code: string; readonly title: string; readonly count: number }[];
}

export async function readStatus(dir: string, context: AppContext): Promise<ArchiveStatus> {
  return await withReading(dir, context, async (archive) => ({
    name: archive.config.name,
    folder: dir,
    works: await countWorks(archive.catalogue.db),
    publicWorks: await countWorks(archive.catalogue.db, { visibleOnly: true }),
    rescues: await listRescues(archive),
    unread: await countKinds(archive.catalogue.db, { state: "unread" }),
    questions: (await listQuestions(archive.catalogue, archive.issueCodes)).map(({ id, title, count }) => ({
      code: id,
      title,
      count,
    })),
  }));
}

/** All rescues, counted, in the order they were begun. */
export async function listRescues({
  catalogue,
  sealed,
  issueCodes,
}: Pick<ReadingArchive, "catalogue" | "sealed" | "issueCodes">): Promise<readonly RescueStatus[]> {
  const rescues: RescueStatus[] = [];
  for (const { id, opened, ended } of await listAccessions(catalogue.db)) {
    const groups = groupQuestions(await countIssues(catalogue.db, id), issueCodes);
    const sum = (severity: string): number =>
      groups.filter((group) => group.severity === severity).reduce((all, group) => all + group.count, 0);
    const { name } = await readAccessionNote(sealed, id);
    const counts = await countRescue(catalogue.db, id);
    rescues.push({
      id,
      name,
      isOpen: opened,
      ended,
      ...counts,
      questions: sum("question"),
      damaged: sum("damage"),
    });
  }
  return rescues;
}

/** What waits for a person, grouped. */
export async function listQuestions(
  catalogue: Catalogue,
  issueCodes: readonly IssueCodeRow[],
): Promise<readonly IssueGroup[]> {
  return groupQuestions(await countIssues(catalogue.db), issueCodes).filter(needsPerson);
}

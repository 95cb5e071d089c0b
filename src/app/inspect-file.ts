import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { NotFoundError, UsageError, type ByteRange, type Issue, type TextRange } from "../terms/index.ts";
import { bytesOfRanges } from "../text/index.ts";
import { inspectReading, understand, type InspectedStory } from "../understand/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { ConfigSchema } from "./config.ts";
import { fileSource } from "./derive/file-source.ts";
import { loadVocabulary } from "./derive/load-vocabulary.ts";
import { readStreams } from "./derive/read-streams.ts";
import { budgetOf } from "./write/open-writing.ts";

export type { InspectedStory };

let vocabulary: Promise<Vocabulary> | undefined;

/**
 * Tells what is understood of a file, without an archive: one object a story, unmasked, as it is the keeper's own file.
 *
 * What holds no story, or is not read, gives one object without a story.
 *
 * @param file - Absolute path.
 * @param shownAs - The name to print, as the person typed it.
 * @throws NotFoundError when there is no such file; UsageError when it is a folder.
 */
export async function inspectFile(
  file: string,
  shownAs = basename(file),
): Promise<readonly InspectedStory[]> {
  vocabulary ??= loadVocabulary();
  const stats = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new NotFoundError(
      `Name a file that is there: it cannot be opened (${error.code ?? "unknown reason"})`,
    );
  });
  if (!stats.isFile())
    throw new UsageError('Name a file: this is a folder or a device; "fanlight import" takes folders');
  const budget = budgetOf(ConfigSchema.parse({}));
  const inspected: InspectedStory[] = [];
  const withoutStory = (issue: Issue): InspectedStory => ({
    file: shownAs,
    story: null,
    kind: "other",
    fields: {},
    body: null,
    issues: [issue],
  });
  for await (const found of readStreams(fileSource(file, basename(file), stats.size), budget)) {
    if (found.type !== "leaf") {
      const issue = found.type === "issue" ? found.issue : unreadIssue(found.kind);
      inspected.push(withoutStory(issue));
      continue;
    }
    const { layer } = found.reading;
    const understanding = understand(found.reading, await vocabulary, { fileName: found.name });
    const bytesOf = (ranges: readonly TextRange[]): readonly ByteRange[] =>
      bytesOfRanges(layer.text, layer.map, ranges);
    inspected.push(...inspectReading(shownAs, found.reading, understanding, bytesOf));
  }
  return inspected;
}

function unreadIssue(kind: string): Issue {
  return { code: "R-010", detail: `Not read: ${kind}` };
}

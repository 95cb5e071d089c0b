import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { z } from "zod";
import { CatalogueError } from "../terms/index.ts";
import {
  boilerplateSchema,
  fandomsSchema,
  headerLabelsSchema,
  issueCodesSchema,
  permissionSchema,
  ratingScalesSchema,
  relationshipMarksSchema,
  warningFormsSchema,
} from "./schemas.ts";
import { mergeAdditions } from "./merge-additions.ts";
import { freezeDeep } from "./freeze-deep.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Gives the vocabularies, typed, checked and frozen, from the files' YAML text.
 *
 * @param files name of each file in `vocabularies/` -> its text; `archive/<name>` is what an archive adds or overrides.
 * @throws CatalogueError when a file is missing or does not fit its schema; the message names file and place.
 */
export function parseVocabularies(files: Readonly<Record<string, string>>): Vocabulary {
  const labels = read(files, "header-labels.yaml", headerLabelsSchema);
  return freezeDeep({
    hash: hashOf(files),
    labels: labels.rows.map(({ when, ...row }) => ({
      ...row,
      ...(when === undefined ? {} : { when }),
      labels: new Map(Object.entries(row.labels)),
      weak: new Set(row.weak),
    })),
    ratings: read(files, "rating-scales.yaml", ratingScalesSchema),
    relationships: read(files, "relationship-marks.yaml", relationshipMarksSchema),
    boilerplate: read(files, "boilerplate.yaml", boilerplateSchema),
    permission: read(files, "permission.yaml", permissionSchema),
    warningForms: read(files, "warning-forms.yaml", warningFormsSchema),
    fandoms: read(files, "fandoms.yaml", fandomsSchema),
    issueCodes: read(files, "issue-codes.yaml", issueCodesSchema),
  });
}

/**
 * Gives the issue codes alone: what pages and counts need, in a fraction of the time.
 *
 * @throws CatalogueError as `parseVocabularies` does.
 */
export function parseIssueCodes(files: Readonly<Record<string, string>>): Vocabulary["issueCodes"] {
  return freezeDeep(read(files, "issue-codes.yaml", issueCodesSchema));
}

function read<T extends z.ZodType>(
  files: Readonly<Record<string, string>>,
  name: string,
  schema: T,
): z.output<T> {
  const text = files[name];
  if (text === undefined)
    throw new CatalogueError(`Vocabulary "${name}" is missing: put it back from the release`);
  const own = files[`archive/${name}`];
  const rows: unknown = own === undefined ? parse(text) : mergeAdditions(parse(text), parse(own));
  const result = schema.safeParse(rows);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  const place = first === undefined ? "" : ` at "${first.path.join(".")}" (${first.message})`;
  throw new CatalogueError(`Vocabulary "${name}" does not fit its schema${place}: mend the row`);
}

function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(files).toSorted())
    hash
      .update(name)
      .update("\0")
      .update(files[name] ?? "")
      .update("\0");
  return hash.digest("hex");
}

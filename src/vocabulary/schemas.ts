import { z } from "zod";
import { FIELDS } from "../terms/index.ts";
import { BOILERPLATE_KINDS, CONTEXTS, VALUE_PARSERS } from "./vocabulary.ts";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "ids are lower-case words joined by hyphens");
const evidence = z
  .union([z.string(), z.number()])
  .transform((codes): readonly string[] => String(codes).split(/\s+/).filter(Boolean))
  .refine((codes) => codes.length > 0, "each row needs evidence, or K");
const phrases = z.array(z.union([z.string(), z.number()]).transform(String)).min(1);

/** Shape of `header-labels.yaml`. */
export const headerLabelsSchema = z.strictObject({
  sources: z.record(z.string(), z.string()),
  rows: z.array(
    z.strictObject({
      id,
      name: z.string(),
      field: z.enum(FIELDS),
      value: z.enum(VALUE_PARSERS),
      when: z.enum(CONTEXTS).optional(),
      since: z.number().int().positive(),
      labels: z.record(z.string(), evidence),
      weak: z.array(z.string()).default([]),
    }),
  ),
});

/** Shape of `rating-scales.yaml`. */
export const ratingScalesSchema = z.array(
  z.strictObject({
    id,
    name: z.string(),
    seen: evidence,
    values: z.array(z.strictObject({ id, level: z.number().int().min(0).max(4), written: phrases })),
  }),
);

/** Shape of `relationship-marks.yaml`. */
export const relationshipMarksSchema = z.strictObject({
  marks: z.array(
    z.strictObject({ id, written: z.string(), kind: z.enum(["pair", "friends"]), seen: evidence }),
  ),
  qualifiers: z.array(z.strictObject({ id, words: phrases, seen: evidence })),
  nicknames: z.array(z.strictObject({ id, words: phrases, fandom: z.string().optional(), seen: evidence })),
  kinds: z.array(z.strictObject({ id, words: phrases, seen: evidence })),
});

/** Shape of `boilerplate.yaml`. */
export const boilerplateSchema = z.array(
  z.strictObject({
    id,
    kind: z.enum(BOILERPLATE_KINDS),
    weight: z.number().default(1),
    is: z.string().optional(),
    seen: evidence,
    phrases,
  }),
);

/** Shape of `permission.yaml`. */
export const permissionSchema = z.array(
  z.strictObject({
    id,
    meaning: z.enum(["given", "refused", "ask-first", "not-stated"]),
    seen: evidence,
    phrases,
  }),
);

/** Shape of `warning-forms.yaml`. */
export const warningFormsSchema = z.array(
  z.strictObject({
    id,
    kind: z.enum(["stance", "not-content", "joke", "spoiler"]),
    stance: z.enum(["declared", "none", "chose-not-to-warn", "silent", "hidden-at-source"]).optional(),
    seen: evidence,
    phrases,
  }),
);

/** Shape of `fandoms.yaml`. */
export const fandomsSchema = z.array(
  z.strictObject({
    id,
    names: z.array(z.string()),
    everyday: z.array(z.string()).default([]),
    seen: evidence,
  }),
);

/** Shape of `issue-codes.yaml`. */
export const issueCodesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[KRTUPW]-\d{3}$/, "issue codes are a stage letter and three digits"),
    severity: z.enum(["note", "question", "damage"]),
    title: z.string().min(1),
    hint: z.string().min(1),
    evidence: z.string().min(1),
  }),
);

export * from "./vocabulary.ts";
export { parseVocabularies } from "./parse-vocabularies.ts";
export { withoutSingleSourceRows } from "./without-single-source-rows.ts";

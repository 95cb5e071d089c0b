export * from "./vocabulary.ts";
export { parseIssueCodes, parseVocabularies } from "./parse-vocabularies.ts";
export { withoutSingleSourceRows } from "./without-single-source-rows.ts";

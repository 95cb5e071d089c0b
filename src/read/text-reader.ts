import type {
  Budget,
  ByteSample,
  ByteSource,
  Issue,
  Reader,
  Reading,
  Recognition,
  Siblings,
} from "../terms/index.ts";
import { cutBytes } from "./cut-bytes.ts";
import { findCharset } from "./find-charset.ts";
import { findKind } from "./find-kind.ts";
import { makeTextLayer } from "./make-text-layer.ts";
import { measureText } from "./measure-text.ts";

/** Under every reader that knows its format by a mark; over nothing. */
const SCORE = 0.5;
const SCORE_BY_NAME = 0.6;
const TEXT_NAME = /\.(?:te?xt|asc|md|fic|story)$/i;

/** Reads plain text: any charset, any line ends. */
export const textReader: Reader = {
  format: { id: "text", name: "Plain text", mediaType: "text/plain", pronom: "x-fmt/111" },
  recognise: recogniseText,
  read: readText,
};

function recogniseText(sample: ByteSample): Recognition {
  const kind = findKind(sample);
  if (kind !== undefined) return { score: 0, evidence: `it is a ${kind}` };
  const { controlShare } = measureText(sample.head);
  const named = TEXT_NAME.test(sample.name);
  const score = (named ? SCORE_BY_NAME : SCORE) - controlShare * 10;
  return {
    score,
    evidence: `${(controlShare * 100).toFixed(1)} % control bytes${named ? ", named as text" : ""}`,
  };
}

async function* readText(source: ByteSource, _siblings: Siblings, budget: Budget): AsyncGenerator<Reading> {
  const given = await source.bytes(budget.maxTextBytes);
  const isCut = given.length < source.sizeBytes;
  const bytes = isCut ? cutBytes(given, findCharset(given).charset) : given;
  const { layer, issues } = makeTextLayer(bytes);
  const about: Issue[] = [];
  if (given.length === 0) about.push({ code: "R-001", detail: "The file is empty." });
  if (isCut) about.push(describeCut(bytes.length, source.sizeBytes));
  yield { type: "reading", format: "text", layer, declared: [], issues: [...about, ...issues] };
}

function describeCut(readBytes: number, sizeBytes: number): Issue {
  return {
    code: "R-002",
    detail: `Only the first ${readBytes} of ${sizeBytes} bytes were read; the whole file is kept.`,
    bytes: { start: readBytes, end: sizeBytes },
  };
}

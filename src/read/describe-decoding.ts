import type { ByteRange, CharsetEvidence, Issue, LayerMap, TextRange } from "../terms/index.ts";
import type { Decoded } from "../text/index.ts";

/** More places of one kind tell a person nothing; the rest is counted. */
const MOST_PLACES = 20;
const DOUBTFUL = 0.5;

/**
 * Tells what went wrong while bytes became text: bytes that are no letters, a guessed charset, two charsets in one text.
 *
 * @param map - Of the layer as it is handed on, so that the ranges point into its text.
 * @param strayCharset - In which bytes were read that are no UTF-8; those are the decoded map's runs of unit `single`.
 */
export function describeDecoding(
  decoded: Decoded,
  map: LayerMap,
  charset: CharsetEvidence,
  strayCharset: string | undefined,
): Issue[] {
  const issues: Issue[] = [];
  if (charset.because !== "directive" && charset.sureness < DOUBTFUL) {
    issues.push({ code: "T-002", detail: `Read as ${charset.charset}, as nothing else fits better.` });
  }
  const strays = strayCharset === undefined ? [] : decoded.map.filter((run) => run.unit === "single");
  const strayBytes = strays.map((run) => ({ start: run.byteStart, end: run.byteEnd }));
  issues.push(...listPlaces("T-003", `Read as ${strayCharset}, as it is no UTF-8.`, strayBytes, map));
  issues.push(...listPlaces("T-001", `No letter in ${charset.charset}.`, decoded.lossy, map));
  return issues;
}

function listPlaces(code: string, detail: string, places: readonly ByteRange[], map: LayerMap): Issue[] {
  const issues: Issue[] = places.slice(0, MOST_PLACES).map((bytes) => {
    const range = findRange(map, bytes);
    return range === undefined ? { code, detail, bytes } : { code, detail, bytes, range };
  });
  const rest = places.length - MOST_PLACES;
  if (rest > 0) issues.push({ code, detail: `The same in ${rest} more places.` });
  return issues;
}

/** Exact in runs of single bytes, where all such places are unless a repair took them in. */
function findRange(map: LayerMap, bytes: ByteRange): TextRange | undefined {
  const run = map.find((each) => each.byteStart <= bytes.start && each.byteEnd >= bytes.end);
  if (run === undefined) return undefined;
  if (run.unit !== "single") return { start: run.textStart, end: run.textEnd };
  const start = run.textStart + bytes.start - run.byteStart;
  return { start, end: start + bytes.end - bytes.start };
}

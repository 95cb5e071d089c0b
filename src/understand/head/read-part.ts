/** A part number as written, with where it stands in the string it was read from. */
export interface PartLabel {
  readonly part: string;
  readonly total: string | null;
  readonly start: number;
  readonly end: number;
  /** What follows the number on the line: the part's own title. */
  readonly subtitle: string;
}

const NUMBER =
  "(?:\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei)";
const TOTAL =
  "(?:\\d{1,3}|\\?+|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|x)";
const UNIT =
  "(?:part|parts|pt\\.?|chapter|chap\\.?|ch\\.?|episode|ep\\.?|tale|section|book|act|teil|kapitel|глава|часть|cap[ií]tulo|parte|chapitre|partie|capitolo)";
const WITH_UNIT = new RegExp(
  `(?<![\\p{L}\\d])${UNIT}\\s*[#:.-]?\\s*(${NUMBER})(?![\\p{L}\\d])(?:\\s*(?:/|of|von|из|de)\\s*(${TOTAL})(?![\\p{L}\\d]))?`,
  "iu",
);
const FRACTION = new RegExp(
  `(?<![\\p{L}\\d/.])(\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[ivxl]{1,6})\\s*(?:/|\\bof\\b)\\s*(\\d{1,3}|\\?+|[ivxl]{1,6}|x)\\s*(\\??)(?![\\p{L}\\d/])`,
  "iu",
);

/** Gives the part number in a short line, such as a title or a subject: `Part 1a/7`, `(2/5?)`, `PART ONE OF TWO`. */
export function findPart(line: string): PartLabel | undefined {
  const named = WITH_UNIT.exec(line);
  const match = named ?? FRACTION.exec(line);
  if (match === null || match[1] === undefined) return undefined;
  if (named === null && looksLikeDateOrPair(line, match)) return undefined;
  const end = match.index + match[0].length;
  return {
    part: match[1],
    total: match[2] ?? null,
    start: match.index,
    end,
    subtitle: line.slice(end).replace(/^[\s:.)\]*–—-]+|[\s*)\]]+$/g, ""),
  };
}

const ALONE = new RegExp(
  `^[\\s*_~=#(<\\[-]*${UNIT}\\s*[#:.-]?\\s*(${NUMBER})(?:\\s*(?:/|of|von|из)\\s*(${TOTAL}))?[\\s*_~=).>\\]-]*(?:[:.–—-]\\s*\\S.{0,60}|\\s+["“(]?\\p{Lu}.{0,50})?$`,
  "iu",
);
const UNNUMBERED =
  /^[\s*_~=#([-]*(?:prologue?|epilogue|teaser|prolog|epilog|пролог|эпилог|prólogo|interlude|coda|outtake)(?:\s*\(.{1,20}\))?[\s*_~=)\]:.-]*$/iu;

/** Gives the part number of a line that is nothing but a part label, perhaps with the part's title. */
export function readPartLine(line: string): PartLabel | undefined {
  if (line.length > 80) return undefined;
  if (UNNUMBERED.test(line)) return { part: "", total: null, start: 0, end: line.length, subtitle: "" };
  const found = ALONE.exec(line);
  if (found !== null) return findPart(line);
  const fraction = /^[\s*_~=#([-]*\d{1,3}[a-z]?\s*(?:\/|of)\s*(?:\d{1,3}|\?+)[\s*_~=)\]-]*$/iu.test(line);
  return fraction ? findPart(line) : undefined;
}

function looksLikeDateOrPair(line: string, match: RegExpExecArray): boolean {
  if (/^[ivxl]+$/i.test(match[1] ?? "") && !/[([]/.test(line[match.index - 1] ?? "")) return true;
  const total = Number(match[2]);
  return Number.isFinite(total) && Number.parseFloat(match[1] ?? "") > total;
}

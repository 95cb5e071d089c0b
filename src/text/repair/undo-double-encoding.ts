import { getAnySequence, getByteViews, type ByteView } from "./byte-views.ts";
import type { Edit } from "./edit.ts";
import { findLostBlanks } from "./find-lost-blanks.ts";
import { findSequences, type Sequence } from "./find-sequences.ts";
import { scoreSequence } from "./score-sequence.ts";

/** What a line must gain before it is touched. */
const LEAST_GAIN = 1.7;
const SURE_GAIN = 4;
/** What a sequence must gain to be taken where the line is. */
const LEAST_EACH = -0.5;
/** A sign outside ASCII that is in no sequence shows that the line was well encoded; more so against a single sequence. */
const LEFT_OVER = 0.7;
const LEFT_OVER_ALONE = 1.3;
const MOST_LEFT_OVER = 6;
const LONG_LINE = 20_000;
const SHORT_LINE = 40;
const MOST_KNOWN = 1000;

const MAY_HOLD = /[^\x00-\x7f]{2}|[ÃÅĂ√Г] /;
const PROPER_SIGN = /[\u2010-\u2030]/;
const NON_ASCII = /[^\x00-\x7f]/g;

/** A way to read a line again. */
interface Attempt {
  readonly view: ByteView;
  readonly sequences: readonly Sequence[];
  readonly gain: number;
  /** Signs outside ASCII that are in no sequence. */
  readonly leftOver: number;
}

/**
 * Finds UTF-8 that was read in another charset and saved again (`donâ€™t`, `cafÃ©`, `Ð°`), a line at a time.
 *
 * Each line is tried in every charset that could have been the wrong one; the best reading is taken when the line gains by it.
 * Call it again on the result: texts went through it two and three times.
 */
export function undoDoubleEncoding(text: string): Edit[] {
  if (!MAY_HOLD.test(text)) return [];
  const edits: Edit[] = [];
  const sequence = getAnySequence();
  sequence.lastIndex = 0;
  const known = new Map<string, Attempt | undefined>();
  let usual: ByteView | undefined;
  for (let match = sequence.exec(text); match !== null; match = sequence.exec(text)) {
    const start = text.lastIndexOf("\n", match.index) + 1;
    const feed = text.indexOf("\n", match.index);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    // Short lines come again: refrains, and texts made to be slow.
    const key = line.length > SHORT_LINE ? undefined : `${usual?.charset}\n${line}`;
    const best = key !== undefined && known.has(key) ? known.get(key) : findBest(line, usual);
    if (key !== undefined && known.size < MOST_KNOWN) known.set(key, best);
    usual = best?.view ?? usual;
    for (const edit of listEdits(line, best)) edits.push(moveEdit(edit, start));
    sequence.lastIndex = end;
  }
  return edits;
}

function moveEdit(edit: Edit, by: number): Edit {
  return { ...edit, start: edit.start + by, end: edit.end + by };
}

/** @param usual - The charset of the line before: when it explains all of this one too, no other is tried. */
function findBest(line: string, usual: ByteView | undefined): Attempt | undefined {
  const first = usual === undefined ? undefined : tryView(line, usual);
  if (first !== undefined && first.gain > SURE_GAIN && first.leftOver === 0) return first;
  let best: Attempt | undefined;
  // The start of an endless line tells its charset.
  const start = line.slice(0, LONG_LINE);
  for (const view of getByteViews()) {
    const attempt = tryView(start, view);
    if (attempt !== undefined && attempt.gain > (best?.gain ?? LEAST_GAIN)) best = attempt;
  }
  return best === undefined || start.length === line.length ? best : tryView(line, best.view);
}

function listEdits(line: string, best: Attempt | undefined): Edit[] {
  const lost = findLostBlanks(line, best?.view, best?.sequences ?? []);
  const sequences = [...(best?.sequences ?? []), ...lost];
  const detail = `UTF-8 that was read as ${best?.view.charset ?? "windows-1252"} and saved again.`;
  return sequences.map(({ start, end, character }) => ({
    start,
    end,
    replacement: character,
    code: "T-004",
    detail,
  }));
}

function tryView(line: string, view: ByteView): Attempt | undefined {
  const all = findSequences(line, view);
  if (all.length === 0) return undefined;
  const scores = all.map((each, index) => {
    const beside = all[index - 1]?.end === each.start || all[index + 1]?.start === each.end;
    return scoreSequence(line, each, beside);
  });
  const sequences = all.filter((_, index) => (scores[index] as number) > LEAST_EACH);
  if (sequences.length === 0) return undefined;
  const sum = scores.reduce((total, score) => total + score, 0);
  const covered = sequences.reduce((total, { start, end }) => total + end - start, 0);
  const leftOver = (line.match(NON_ASCII)?.length ?? 0) - covered;
  if (leftOver > covered || (sequences.length === 1 && isWellEncoded(line, sequences[0] as Sequence)))
    return undefined;
  const against = LEFT_OVER + LEFT_OVER_ALONE / sequences.length ** 2;
  return { view, sequences, leftOver, gain: sum - Math.min(MOST_LEFT_OVER, leftOver * against) };
}

/** Whether a line has proper quotes or dashes beside a single doubtful place. */
function isWellEncoded(line: string, { start, end }: Sequence): boolean {
  return PROPER_SIGN.test(line.slice(0, start)) || PROPER_SIGN.test(line.slice(end));
}

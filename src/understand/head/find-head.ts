import type { Lexicon } from "../lexicon/make-lexicon.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { readElements } from "./read-elements.ts";
import { weighElements } from "./weigh-elements.ts";
import { isTitleLine } from "./is-title-line.ts";
import type { Element } from "./element.ts";

/** The head of a posting: its elements up to the story, and the line the story begins on. */
export interface Head {
  readonly elements: readonly Element[];
  /** First line of the story; the end of the posting when there is none. */
  readonly bodyLine: number;
  /** A line after the last label or note that is the story's title. */
  readonly lateTitle: Element | undefined;
  /** How clear the cut is: the difference between the sides of it. */
  readonly clearness: number;
}

const MOST_ELEMENTS = 260;
const GIVE_UP = 9;

/**
 * Gives the head of a run of lines: the cut where what comes before sounds most like header and what comes after most like story.
 *
 * It is the highest point of the running sum of weights, so that a stray label in prose cannot pull the cut far.
 */
export function findHead(lines: LineTable, from: number, to: number, lexicon: Lexicon): Head {
  const elements = readElements(lines, from, to, lexicon, MOST_ELEMENTS);
  const weights = weighElements(elements);
  let sum = 0;
  let best = 0;
  let cut = 0;
  for (let index = 0; index < elements.length; index++) {
    sum += weights[index] ?? 0;
    if (sum > best) {
      best = sum;
      cut = index + 1;
    }
    if (sum < best - GIVE_UP) break;
  }
  let lateTitle: Element | undefined;
  while (cut < elements.length) {
    const element = elements[cut];
    if (element === undefined) break;
    if (element.kind === "separator" || element.kind === "part") cut++;
    else if (lateTitle === undefined && isTitleLine(lines, elements, cut)) {
      lateTitle = element;
      cut++;
    } else break;
  }
  const clearness = best - Math.max(0, weights[cut] ?? 0);
  return { elements: elements.slice(0, cut), bodyLine: elements[cut]?.firstLine ?? to, lateTitle, clearness };
}

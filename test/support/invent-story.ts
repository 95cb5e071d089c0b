import { makeRandom } from "./make-random.ts";

/** An invented file of one story, and what its header says. */
export interface InventedStory {
  readonly text: string;
  readonly title: string;
  readonly author: string;
  /** Stands in the header, and must never be shown. */
  readonly address: string;
}

/** The domain of every address that `inventStory()` writes. */
export const ADDRESS_DOMAIN = "example.org";

const PEOPLE = ["Marta", "Ottokar", "Ilse", "Bram", "Wren", "Tobias", "Sefa", "Lorne"];
const THINGS = ["lantern", "rope", "ledger", "kettle", "letter", "door", "compass", "coat"];
const PLACES = ["the quay", "the attic", "the ferry", "the north stair", "the orchard", "the signal house"];
const DEEDS = ["counted", "mended", "carried", "hid", "forgot", "found", "painted", "sold"];
const PENS = ["Umber", "Quill of Rye", "Saltmarsh", "Lady Plover", "Inkcap"];

type Pick = <T>(from: readonly T[]) => T;

/**
 * Invents a story with a hand-typed header, the same for the same number: label block, dense block, prose header or none.
 *
 * @param number - Different numbers give different titles and texts.
 */
export function inventStory(number: number, paragraphs = 4): InventedStory {
  const random = makeRandom(number * 7919 + 17);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)] as (typeof from)[number];
  const title = `The ${pick(THINGS)} of ${pick(PLACES)}, ${number}`;
  const author = pick(PENS);
  const address = `${author.toLowerCase().replaceAll(" ", ".")}${number}@${ADDRESS_DOMAIN}`;
  const body = Array.from({ length: paragraphs }, () => inventParagraph(pick, random)).join("\n\n");
  return {
    text: `${inventHeader(number, title, author, address)}${body}\n\nThe End\n`,
    title,
    author,
    address,
  };
}

function inventHeader(number: number, title: string, author: string, address: string): string {
  const headers = [
    `TITLE: ${title}\nAUTHOR: ${author}\nEMAIL: ${address}\nRATING: PG\nSUMMARY: Somebody waits.\n\n\n`,
    `Title: ${title}\r\nAuthor: ${author} <${address}>\r\nFandom: The Harbour Files\r\nPairing: Marta/Ilse\r\n\r\n`,
    `${title}\nby ${author} (${address})\n\nDisclaimer: none of them are mine.\n\n`,
    `Title: ${title} (${(number % 3) + 1}/3)\nAuthor: ${author}\nFeedback: ${address}\nWarnings: none\n\n`,
  ];
  return headers[number % headers.length] as string;
}

function inventParagraph(pick: Pick, random: () => number): string {
  return Array.from(
    { length: 3 + Math.floor(random() * 4) },
    () =>
      `${pick(PEOPLE)} ${pick(DEEDS)} the ${pick(THINGS)} in ${pick(PLACES)} while ${pick(PEOPLE)} ${pick(DEEDS)} another ${pick(THINGS)}.`,
  ).join(" ");
}

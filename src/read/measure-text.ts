import { looksLikeUtf16 } from "./looks-like-utf-16.ts";

/** What the first bytes of a stream say about being text. */
export interface TextMeasure {
  readonly isText: boolean;
  /** Share of bytes that text has no use for, from 0 to 1. */
  readonly controlShare: number;
}

/** Over this share of control bytes it is no text: random bytes have 10 %, ANSI art hardly 1 %. */
const MOST_CONTROLS = 0.02;
/** Stories with holes of NULs exist: blocks of a disk that were never written. */
const MOST_NULS = 0.3;
/** In a short sample a share says little. */
const ALWAYS_ALLOWED = 2;

/** Tab, line ends, form feed, and what DOS, BBS and terminal programs left: bell, backspace, ^Z, escape. */
const USED_IN_TEXT = new Set([0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
/** For each byte: 1 for what text has no use for; NUL is counted by itself. */
const IS_CONTROL: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte !== 0 && byte < 0x20 && !USED_IN_TEXT.has(byte)) || byte === 0x7f ? 1 : 0,
);

/** Several readers measure the same sample. */
const measured = new WeakMap<Uint8Array, TextMeasure>();

/** Measures whether bytes can be text in some charset. */
export function measureText(head: Uint8Array): TextMeasure {
  const known = measured.get(head);
  if (known !== undefined) return known;
  const measure = countControls(head);
  measured.set(head, measure);
  return measure;
}

function countControls(head: Uint8Array): TextMeasure {
  if (head.length === 0 || looksLikeUtf16(head) !== undefined) return { isText: true, controlShare: 0 };
  let nuls = 0;
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte === 0) nuls++;
    else controls += IS_CONTROL[byte] as number;
  }
  const controlShare = controls / Math.max(1, head.length - nuls);
  const isText =
    (controls <= ALWAYS_ALLOWED || controlShare <= MOST_CONTROLS) &&
    (nuls <= ALWAYS_ALLOWED || nuls / head.length <= MOST_NULS) &&
    nuls < head.length;
  return { isText, controlShare };
}

import { findPrivate, maskText } from "../text/index.ts";

/**
 * Masks the private details in a few words on their way out: a value, a path, a message.
 *
 * Equal length, as everywhere. A stated age counts here, as such words always stand outside a story.
 */
export function maskWords(words: string): string {
  const spans = findPrivate(words, [{ start: 0, end: words.length }]);
  return spans.length === 0 ? words : maskText(words, spans);
}

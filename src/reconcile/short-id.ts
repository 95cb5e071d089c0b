import { createHash } from "node:crypto";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Gives the short id of a list of words: 12 digits of Crockford's base 32 (60 bits of a SHA-256).
 *
 * Equal words give an equal id on every machine; a million ids collide with a chance below one in a million.
 */
export function shortIdOf(words: readonly (string | number)[]): string {
  const digest = createHash("sha256").update(words.join("\u0000")).digest();
  let bits = digest.readBigUInt64BE(0);
  let id = "";
  for (let place = 0; place < 12; place++) {
    id = (DIGITS[Number(bits & 31n)] ?? "0") + id;
    bits >>= 5n;
  }
  return id;
}

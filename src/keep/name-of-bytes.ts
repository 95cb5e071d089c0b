import { isUtf8 } from "node:buffer";

const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffd]/gu;

/**
 * Gives the printable name for the bytes a file system uses as a name.
 *
 * Printable UTF-8 comes back as it is. Anything else - a byte that is no UTF-8, a control sign - becomes U+FFFD and the two hex
 * digits of the byte, as does U+FFFD itself: so different bytes never give the same name, and no name can play tricks
 * on a terminal.
 */
export function nameOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes))
    return bytes.toString("utf8").replace(UNPRINTABLE, (sign) => escapeBytes(Buffer.from(sign)));
  let name = "";
  let at = 0;
  while (at < bytes.length) {
    const length = signLength(bytes, at);
    if (length === 0) {
      name += escapeBytes(bytes.subarray(at, at + 1));
      at += 1;
      continue;
    }
    const sign = bytes.toString("utf8", at, at + length);
    name += sign.replace(UNPRINTABLE, () => escapeBytes(bytes.subarray(at, at + length)));
    at += length;
  }
  return name;
}

// Bytes of the UTF-8 sign that starts here, 0 when none does.
function signLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

function escapeBytes(bytes: Buffer): string {
  let out = "";
  for (const byte of bytes) out += `\ufffd${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return out;
}

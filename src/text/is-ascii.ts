/** Tells whether all bytes are below 0x80; reads eight at a time, as it runs over every original. */
export function isAscii(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return bytes.every((byte) => byte < 0x80);
  const lead = (4 - (bytes.byteOffset & 3)) & 3;
  let at = 0;
  for (; at < lead; at++) if ((bytes[at] as number) >= 0x80) return false;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2);
  const pairs = words.length & ~1;
  for (let word = 0; word < pairs; word += 2) {
    if ((((words[word] as number) | (words[word + 1] as number)) & 0x80808080) !== 0) return false;
  }
  for (at = lead + pairs * 4; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return false;
  return true;
}

/** Tells whether a UTF-16 unit belongs to a script written without spaces: Han, kana, and their full-width signs. */
export function isJoinedScript(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60) ||
    // Surrogates of the supplementary ideographs.
    (code >= 0xd840 && code <= 0xd888)
  );
}

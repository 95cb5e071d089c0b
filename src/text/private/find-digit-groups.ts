/** Gives the offset of the first digit of each group of digits: telephone numbers and post codes begin there. */
export function findDigitGroups(text: string): number[] {
  const starts: number[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x30 && code <= 0x39;
    if (digit && !inside) starts.push(at);
    inside = digit;
  }
  return starts;
}

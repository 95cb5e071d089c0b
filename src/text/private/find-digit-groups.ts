const DIGITS = /\d+/g;

/** Gives the offset of the first digit of each group of digits: telephone numbers and post codes begin there. */
export function findDigitGroups(text: string): number[] {
  const starts: number[] = [];
  DIGITS.lastIndex = 0;
  for (let group = DIGITS.exec(text); group !== null; group = DIGITS.exec(text)) starts.push(group.index);
  return starts;
}

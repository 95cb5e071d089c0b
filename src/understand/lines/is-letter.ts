/** For each unit below 128: 1 for letters and digits. */
const ASCII: Uint8Array = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Whether a UTF-16 unit is a letter or digit, quickly: everything above Latin-1 signs counts, dashes and quotes not. */
export function isLetterOrDigit(unit: number): boolean {
  return unit < 128 ? ASCII[unit] === 1 : isHighLetter(unit);
}

function isHighLetter(unit: number): boolean {
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  if (unit === 0xd7 || unit === 0xf7) return false;
  if (unit >= 0x2000 && unit <= 0x2bff) return false;
  return unit >= 0xc0 && !(unit >= 0x3000 && unit <= 0x303f) && !(unit >= 0xff00 && unit <= 0xff0f);
}

/** Whether a UTF-16 unit is a letter or digit, quickly: everything above Latin-1 signs counts, dashes and quotes not. */
export function isLetterOrDigit(unit: number): boolean {
  if (unit < 128)
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  if (unit === 0xd7 || unit === 0xf7) return false;
  if (unit >= 0x2000 && unit <= 0x2bff) return false;
  return !(unit >= 0x3000 && unit <= 0x303f) && !(unit >= 0xff00 && unit <= 0xff0f);
}

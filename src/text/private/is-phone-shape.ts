/** Groups of digits with what stands between and around them. */
export interface NumberShape {
  readonly start: number;
  readonly end: number;
  readonly digits: readonly string[];
  /** One fewer than the groups. */
  readonly separators: readonly string[];
  /** `+`, `(` or both, as far as they stand right before. */
  readonly opening: string;
  /** A word such as `Tel.` stands before. */
  readonly named: boolean;
  /** A few characters after. */
  readonly rest: string;
}

const COUNTED = /^\s?(?:words?|pages?|k\b|kb|hits|chars|characters|bytes|years?|lines)/i;
const AREA = /^[2-9]\d\d$/;
const ROUND = /00$/;

/** Tells whether groups of digits have the shape of a telephone number. */
export function isPhoneShape(shape: NumberShape): boolean {
  const { digits, opening, named } = shape;
  const lengths = digits.map((group) => group.length).join(",");
  const total = digits.join("").length;
  if (opening.includes("+")) return total >= 8 && total <= 15;
  if (isDate(shape, lengths) || isBookNumber(lengths) || COUNTED.test(shape.rest)) return false;
  if (named) return total >= 5 && total <= 15 && !/^(?:4|4,4)$/.test(lengths);
  return isAmerican(shape, lengths) || isWithTrunkZero(shape, total) || isRussian(shape, lengths);
}

/** `(205) 555-0123`, `1-205-555-0123`, `205.555.0123`, `555-0123`. */
function isAmerican({ digits, separators, opening }: NumberShape, lengths: string): boolean {
  const [first = "", second = "", third = ""] = digits[0] === "1" ? digits.slice(1) : digits;
  if (lengths === "3,3,4" || lengths === "1,3,3,4") {
    return (
      (lengths === "3,3,4" || digits[0] === "1") && AREA.test(first) && AREA.test(second) && third !== ""
    );
  }
  if (lengths === "3,7") return opening.includes("(") && AREA.test(first) && AREA.test(second.slice(0, 3));
  if (lengths === "3,2,4") return separators.every((separator) => separator === "-");
  if (lengths !== "3,4") return false;
  return (
    AREA.test(first) &&
    separators[0] === "-" &&
    !ROUND.test(second) &&
    !(ROUND.test(first) && first !== "800")
  );
}

/** `020 7946 0958`, `(0)30/123456`, `01 23 45 67 89`, `0049 30 1234567`: the zero that is dialled first. */
function isWithTrunkZero({ digits, separators }: NumberShape, total: number): boolean {
  const first = digits[0] ?? "";
  if (!first.startsWith("0") || first.length < 2 || first.length > 6 || digits.length < 2) return false;
  if (digits.slice(1).some((group) => group.length < 2)) return false;
  if (separators.some((separator) => separator.trim() === ".") && digits.length > 3 && first.length < 2)
    return false;
  return first.startsWith("00") ? total >= 11 && total <= 16 : total >= 9 && total <= 12;
}

/** `8 (495) 555-01-23`, `8-800-555-01-23`. */
function isRussian({ digits }: NumberShape, lengths: string): boolean {
  return digits[0] === "8" && (lengths === "1,3,3,2,2" || lengths === "1,4,2,2,2" || lengths === "1,3,3,4");
}

/** `01/02/1999`, `1999-02-01`, `1.2.99`, `1998-1999`. */
function isDate({ digits, separators }: NumberShape, lengths: string): boolean {
  if (/^(?:[12],[12],(?:2|4)|4,[12],[12])(?:,[12]){0,3}$/.test(lengths))
    return separators.slice(0, 2).every((separator) => /[-/.]/.test(separator));
  return lengths === "4,4" && digits.every((group) => /^(?:1[89]|20)/.test(group));
}

/** An ISBN has single digits at its ends: `0-123-45678-9`, `978-0-12-345678-9`. */
function isBookNumber(lengths: string): boolean {
  return /^(?:3,)?1,\d,\d,1$/.test(lengths);
}

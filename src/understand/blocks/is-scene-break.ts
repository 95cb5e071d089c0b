import { isBlankCode } from "./is-blank-code.ts";
import { letterCaseAt } from "./letter-case.ts";
import type { Line } from "./line.ts";

/** A costume is rarely wider; longer ones must be one sign repeated. */
const WIDEST = 160;

/** Signs of which one alone makes a line of signs a scene break; dots, brackets and quotes only go with them. */
const STRONG = `*~-_=#+<>^@%&|/\\•·§¤°†‡♦♥★☆✦❦❧☙✻✽✿●○◆◇■□─━═—–⁂※∞`;

const MASK = "•••••";

const SMILEY = /^[:;=8>][-o'^~]?[()[\]DPp/\\|*]+$/;

/** Letters that play ornament: `o0o`, `xXx`, `ooOOoo`, `x x x`, `-oOo-`. */
const MIXED_LETTERS = /^(?=.*[oO0])(?:[oO0]){3,}$|^(?=.*x)(?=.*X)[xX]{3,}$/;
const SPACED_LETTERS = /^([oOxX0])(?:\s+[oOxX0]){2,}$/;

/**
 * Tells whether a line is a scene break in one of its costumes: `* * *`, `~*~*~`, `-----`, `#`, `o0o`, `<><><>`.
 *
 * It holds no letter and no digit, but for the ornamental `o`, `x` and `0`. Three dots alone are a silence, not a break.
 */
export function isSceneBreak(text: string, line: Line): boolean {
  let strong = false;
  let ornaments = 0;
  let signs = 0;
  const limit = Math.min(line.end, line.start + WIDEST);
  for (let at = line.start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === "o" || char === "O" || char === "0" || char === "x" || char === "X") {
      ornaments++;
    } else if (isWordUnit(text, at)) {
      return false;
    } else if (!isBlankCode(char.charCodeAt(0))) {
      signs++;
      if (!strong) strong = STRONG.includes(char);
    }
  }
  if (line.end - line.start > WIDEST) return ornaments === 0 && strong && isOneSign(text, line);
  if (ornaments > 0) return isOrnament(text.slice(line.start, line.end), signs, strong);
  if (!strong || isMasked(text, line)) return false;
  return signs > 4 || !SMILEY.test(text.slice(line.start, line.end));
}

/** A hidden address is a long run of `•`, whatever stands between. */
function isMasked(text: string, line: Line): boolean {
  return text.slice(line.start, line.end).includes(MASK);
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return true;
  return letterCaseAt(text, at) !== "none";
}

function isOrnament(costume: string, signs: number, strong: boolean): boolean {
  if (signs === 0) {
    if (/\s/.test(costume)) return SPACED_LETTERS.test(costume);
    // `xxx` under a letter is kisses, `ooo` a sound.
    return costume.length >= 5 ? /^(?:[oO0]+|[xX]+)$/.test(costume) : isPalindrome(costume);
  }
  if (!strong || !/^(?:[oO0xX]{1,5}|[^oO0xX])+$/.test(costume)) return false;
  // An ornament repeats or mirrors itself; `:-0` and `<o` do not.
  return signs >= 2 && isPalindrome(costume.replaceAll(/\s/g, ""));
}

function isPalindrome(costume: string): boolean {
  if (costume.length < 3 || /^(.)\1*$/.test(costume)) return false;
  if (!/[^A-Za-z0-9]/.test(costume) && !MIXED_LETTERS.test(costume)) return false;
  const mirrored = costume
    .split("")
    .toReversed()
    .join("")
    .replaceAll(/[()[\]{}<>/\\]/g, mirror);
  return mirrored === costume || isRepeated(costume);
}

function isRepeated(costume: string): boolean {
  for (let size = 2; size * 2 <= costume.length && size <= 8; size++) {
    const unit = costume.slice(0, size);
    if (unit.repeat(Math.ceil(costume.length / size)).startsWith(costume)) return true;
  }
  return false;
}

function mirror(sign: string): string {
  return "()[]{}<>/\\".charAt("()[]{}<>/\\".indexOf(sign) ^ 1);
}

function isOneSign(text: string, line: Line): boolean {
  const sign = text.charCodeAt(line.start);
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code !== sign && !isBlankCode(code)) return false;
  }
  return true;
}

import { TEXT_SIZES, THEMES, type TextSize, type Theme } from "../pages/frame.ts";

/** How a reader wants pages to look. */
export interface Look {
  readonly theme: Theme;
  readonly textSize: TextSize;
}

const COOKIE = "fanlight-look";

/** Reads the choice from a `Cookie` header; anything unknown is the usual look. */
export function readLook(cookieHeader: string | undefined): Look {
  const [theme, textSize] = (findCookie(cookieHeader, COOKIE) ?? "").split(".");
  return toLook(theme, textSize);
}

/** Makes a look of two words from a form; anything unknown is the usual one. */
export function toLook(theme: unknown, textSize: unknown): Look {
  return {
    theme: THEMES.find((known) => known === theme) ?? "auto",
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? "normal",
  };
}

/** The `Set-Cookie` value that keeps a look for a year: first-party, holds nothing but the two words. */
export function keepLook(look: Look): string {
  return `${COOKIE}=${look.theme}.${look.textSize}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

/** Finds one cookie in a `Cookie` header. */
export function findCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

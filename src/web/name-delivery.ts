import type { SiteParts } from "./site-parts.ts";
import { sayDay } from "./view-models/say-date.ts";

const MAX_NAME_LENGTH = 120;

/** Gives a delivery the keeper's name for it, or one with today's date. */
export function nameDelivery({ say, language, now }: SiteParts, given: string): string {
  const name = given
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, MAX_NAME_LENGTH);
  return name === "" ? say("delivery.unnamed", { date: sayDay(now(), language) }) : name;
}

import type { Standing } from "../../app/site-use-cases.ts";
import type { Say } from "../../pages/frame.ts";

/** Why visitors do not see a work, as a sentence for the keeper; `null` when they do. */
export function makeStanding(say: Say, standing: Standing): string | null {
  return standing === "open" ? null : say(`standing.${standing}`);
}

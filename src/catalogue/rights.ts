import type { Hold, Permission, Rights, Stance } from "../terms/index.ts";

/** Strictest last. */
const PERMISSION_ORDER: readonly Permission[] = ["given", "not-stated", "ask-first", "refused"];
const HOLD_ORDER: readonly Hold[] = ["unvalidated", "ask-first", "no-archive", "refused", "private", "minor"];

/** What a text itself says about the age of author and characters; never guessed from how it reads. */
export interface AgeDoubt {
  /** The author states an age under 18 outside the story. */
  readonly statesMinor: boolean;
  /** A rating for all or for teens is stated; unrated never means mild. */
  readonly ratedMild: boolean;
  /** The warnings declare sexual content with somebody under age. */
  readonly underageDeclared: boolean;
}

/**
 * Says whether what an author wrote keeps a story back until a person decides.
 *
 * Silence is not consent, but neither is it a refusal: opening a rescue is the person's decision about the silent ones.
 */
export function holdOf(permission: Permission, doubt: AgeDoubt): Hold | null {
  if (permission === "refused") return "refused";
  if (doubt.underageDeclared || (doubt.statesMinor && !doubt.ratedMild)) return "minor";
  return permission === "ask-first" ? "ask-first" : null;
}

/**
 * Brings the rights of all witnesses of a work together: the strictest wins, whichever copy says it.
 *
 * A stance is the first that says anything, as it is about the story and not about the copy.
 */
export function strictestRights(witnesses: readonly Rights[]): Rights {
  const permission =
    last(
      PERMISSION_ORDER,
      witnesses.map((witness) => witness.permission),
    ) ?? "not-stated";
  const hold = last(
    HOLD_ORDER,
    witnesses.flatMap((witness) => witness.hold ?? []),
  );
  const stance: Stance = witnesses.find((witness) => witness.stance !== "silent")?.stance ?? "silent";
  return { permission, stance, hold: hold ?? null };
}

function last<T>(order: readonly T[], found: readonly T[]): T | undefined {
  return order.findLast((value) => found.includes(value));
}

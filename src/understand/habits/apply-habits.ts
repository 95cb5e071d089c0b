import type { Claim } from "../../terms/index.ts";
import { readDate } from "../values/parse-date.ts";
import type { SourceHabits } from "./source-habits.ts";

/** Gives the claims with what the source's habits settle: a date of two readings keeps the one its source means. */
export function applyHabits(claims: readonly Claim[], habits: SourceHabits): readonly Claim[] {
  if (habits.dateOrder === "unknown") return claims;
  return claims.map((claim) => {
    const readings =
      claim.field === "date" && (claim.qualifiers?.length ?? 0) > 1 ? readDate(claim.asWritten) : [];
    const value = readings[habits.dateOrder === "month-first" ? 0 : 1];
    return value === undefined ? claim : { ...claim, value, qualifiers: ["by-habit-of-the-source"] };
  });
}

import type { Claim, Stance } from "../../terms/index.ts";

/** Gives what the author says about content: declared, none, chose not to warn, or silent. */
export function stanceOf(claims: readonly Claim[]): Stance {
  const warnings = claims.filter(({ field }) => field === "warning");
  if (warnings.some(({ qualifiers }) => qualifiers?.includes("stance:chose-not-to-warn")))
    return "chose-not-to-warn";
  if (warnings.some(({ qualifiers }) => qualifiers?.includes("none") !== true)) return "declared";
  return warnings.length > 0 ? "none" : "silent";
}

/** Something in a storage root or object that the OCFL specification does not want. */
export interface OcflFinding {
  /** The specification's own code: `E092`, `W004`. */
  readonly code: string;
  /** `error` breaks a MUST, `warning` a SHOULD. */
  readonly severity: "error" | "warning";
  /** From the folder that was validated; empty for that folder itself. */
  readonly path: string;
  readonly detail: string;
}

/** Takes down one finding. */
export type Report = (code: string, path: string, detail: string) => void;

/** Gives a list and the function that adds to it; the same code for the same path counts once. */
export function collectFindings(): { readonly findings: readonly OcflFinding[]; readonly report: Report } {
  const findings: OcflFinding[] = [];
  const seen = new Set<string>();
  const report: Report = (code, path, detail) => {
    const key = `${code} ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    findings.push({ code, severity: code.startsWith("E") ? "error" : "warning", path, detail });
  };
  return { findings, report };
}

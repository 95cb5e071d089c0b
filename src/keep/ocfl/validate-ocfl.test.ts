import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OcflFinding } from "./ocfl-finding.ts";
import { validateOcfl } from "./validate-ocfl.ts";

const FIXTURES = join(import.meta.dirname, "../../../../shared/conformance/ocfl");
// Git cannot hold an empty folder; the fixtures' own README says that these do not count.
const IGNORED = new Set([".keep"]);

async function validate(folder: string): Promise<readonly OcflFinding[]> {
  return Array.fromAsync(validateOcfl(folder, { ignored: IGNORED }));
}

function objects(version: string, kind: string): readonly string[] {
  const folder = join(FIXTURES, version, kind);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function wantedCodes(folder: string): readonly string[] {
  const codes = folder.slice(folder.lastIndexOf("/") + 1).match(/[EW]\d{3}(?=_)/g);
  if (codes === null) throw new Error(`No code in the name of ${folder}`);
  return codes;
}

for (const version of ["1.0", "1.1"]) {
  describe.skipIf(!existsSync(FIXTURES))(`validateOcfl() on OCFL's own fixtures for ${version}`, () => {
    test("has fixtures of each kind", () => {
      expect(objects(version, "good-objects").length).toBeGreaterThan(9);
      expect(objects(version, "warn-objects").length).toBeGreaterThan(9);
      expect(objects(version, "bad-objects").length).toBeGreaterThan(40);
    });

    test.each(objects(version, "good-objects"))("finds nothing in %s", async (folder) => {
      expect(await validate(folder)).toEqual([]);
    });

    test.each(objects(version, "warn-objects"))(
      "warns of no more and no less than %s says",
      async (folder) => {
        const codes = new Set((await validate(folder)).map((finding) => finding.code));
        expect([...codes].sort()).toEqual(wantedCodes(folder));
      },
    );

    test.each(objects(version, "bad-objects"))("names the errors of %s", async (folder) => {
      const findings = await validate(folder);
      const errors = findings
        .filter((finding) => finding.severity === "error")
        .map((finding) => finding.code);
      expect(errors).toEqual(expect.arrayContaining([...wantedCodes(folder)]));
    });
  });
}

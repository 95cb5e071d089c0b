import { TestRunner } from "vitest";

/**
 * Skips the running test where this machine lacks what it needs, and says so; under CI, where nothing may lack, it fails.
 *
 * @param condition - Whether the machine has it.
 * @param reason - What lacks, and how to get it.
 */
export function skipUnless(condition: boolean, reason: string): void {
  if (condition) return;
  if (process.env["CI"]) throw new Error(`Nothing may be skipped under CI: ${reason}`);
  TestRunner.getCurrentTest()?.context.skip(reason);
}

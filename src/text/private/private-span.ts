import type { TextRange } from "../../terms/index.ts";

/** A stretch of text that tells how to reach a person, or that the author is a minor. */
export interface PrivateSpan {
  readonly kind: "email" | "phone" | "address" | "age";
  readonly range: TextRange;
}

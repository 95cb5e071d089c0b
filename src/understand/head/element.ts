import type { TextRange } from "../../terms/index.ts";
import type { LabelHit } from "../labels/label-hit.ts";
import type { ProseScore } from "./score-prose.ts";
import type { Byline } from "./read-byline.ts";
import type { PartLabel } from "./read-part.ts";
import type { ValuePart } from "../values/value-part.ts";

/** A label with its whole value, wraps included. */
export interface LabelLine {
  readonly hit: LabelHit;
  readonly value: TextRange;
}

/** One thing in the head or tail of a text, before anyone decides what is story. */
export interface Element {
  readonly kind:
    | "labels"
    | "byline"
    | "part"
    | "separator"
    | "quoted"
    | "mail"
    | "furniture"
    | "email"
    | "copyright"
    | "date"
    | "codes"
    | "front-matter"
    | "frame-start"
    | "frame-end"
    | "line"
    | "prose"
    | "end-marker";
  readonly firstLine: number;
  /** The line after its last. */
  readonly endLine: number;
  readonly range: TextRange;
  /** Blank lines before it. */
  readonly gap: number;
  readonly labels?: readonly LabelLine[];
  readonly byline?: Byline;
  readonly part?: PartLabel;
  readonly prose?: ProseScore;
  /** Rating and pairings of a line of codes: `[PG]`, `(gen, G, for Ann)`. */
  readonly codes?: readonly ValuePart[];
  /** Where the story begins on the line of the last label, when line breaks were lost. */
  readonly bodyAt?: number;
  /** A line that explains signs: `/.../ thoughts`. */
  readonly legend?: boolean;
  /** A date line that says what happened then: "Finished June 2002". */
  readonly dated?: boolean;
}

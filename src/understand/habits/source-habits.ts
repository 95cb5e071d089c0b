/** What the readings of one source have in common; a second pass may use it. */
export interface SourceHabits {
  /** Folded labels with how many stories carry them, most frequent first. */
  readonly labels: readonly { readonly label: string; readonly stories: number }[];
  /** Whether dates written with digits put the day or the month first; unknown without evidence. */
  readonly dateOrder: "day-first" | "month-first" | "unknown";
  /** How parts are usually numbered, such as `1/7` or `Part 1`; `null` when they are not. */
  readonly partStyle: string | null;
  /** Lines that repeat at heads and tails of many texts: furniture of the source. */
  readonly repeated: readonly string[];
  readonly stories: number;
}

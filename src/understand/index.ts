export { understand, type UnderstandOptions } from "./understand.ts";
export { inspectReading, type InspectedClaim, type InspectedStory } from "./inspect-reading.ts";
export { learnHabits, type ReadText } from "./habits/learn-habits.ts";
export type { SourceHabits } from "./habits/source-habits.ts";
export { blocksOf } from "./blocks/blocks-of.ts";

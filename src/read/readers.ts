import type { Reader } from "../terms/index.ts";
import { textReader } from "./text-reader.ts";
import { zipReader } from "./zip-reader.ts";

/** Every reader there is, in the order in which they are asked; at equal scores the first one wins. */
export const READERS: readonly Reader[] = [zipReader, textReader];

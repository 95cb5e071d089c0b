import type { AgeDoubt } from "../../catalogue/index.ts";
import type { StoryFound } from "../../terms/index.ts";
import { fold } from "../../text/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";

/** The highest level of a rating that counts as mild: for teens. */
const MILD = 2;

const UNDERAGE = ["underage", "under age", "chan", "shota", "minderjahrig"];

/** Reads what a story states about age: its rating and warnings; whether its author states an age is found in the text. */
export function readAgeDoubt(story: StoryFound, statesMinor: boolean, vocabulary: Vocabulary): AgeDoubt {
  const values = vocabulary.ratings.flatMap((scale) => scale.values);
  const levels = story.claims.flatMap((claim) => {
    if (claim.field !== "rating") return [];
    const written = fold(claim.asWritten);
    return (
      values.find((value) => value.id === claim.value || value.written.some((word) => fold(word) === written))
        ?.level ?? []
    );
  });
  const warned = story.claims
    .filter((claim) => claim.field === "warning")
    .map((claim) => fold(claim.asWritten));
  return {
    statesMinor,
    ratedMild: levels.length > 0 && levels.every((level) => level > 0 && level <= MILD),
    underageDeclared: warned.some((words) =>
      UNDERAGE.some((word) => new RegExp(`\\b${word}\\b`).test(words)),
    ),
  };
}

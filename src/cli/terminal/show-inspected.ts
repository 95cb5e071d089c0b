import type { InspectedStory } from "../../app/index.ts";
import type { Colour } from "./paint.ts";

type Paint = (colour: Colour, text: string) => string;

const COLOURS: Readonly<Record<string, Colour>> = {
  title: "cyan", author: "magenta", pairing: "red", fandom: "blue", rating: "green", warning: "yellow", unknown: "yellow",
}; // prettier-ignore

/** Shows what was understood of one story to a person: each field with its words, where they stand and how sure. */
export function showInspected(story: InspectedStory, paint: Paint): string {
  const lines = [
    paint("bold", `${story.file}${story.story === null ? "" : `  story ${story.story + 1}`}`) +
      paint("dim", `  ${story.kind}`),
  ];
  for (const [field, claims] of Object.entries(story.fields)) {
    for (const claim of claims) {
      const where = claim.range ? `${claim.range[0]}–${claim.range[1]}` : "";
      const name = claim.label ? `${field} (${claim.label})` : field;
      const doubt = claim.sureness < 0.8 ? paint("yellow", "  guessed") : "";
      lines.push(
        `  ${paint(COLOURS[field] ?? "bold", name.padEnd(20))} ${shorten(claim.asWritten)}${doubt}${paint("dim", `  ${where}`)}`,
      );
    }
  }
  if (story.body)
    lines.push(`  ${paint("bold", "story".padEnd(20))} ${story.body.firstWords} … ${story.body.lastWords}`);
  for (const issue of story.issues) lines.push(`  ${paint("dim", `${issue.code} ${issue.detail}`)}`);
  return `${lines.join("\n")}\n\n`;
}

function shorten(words: string): string {
  return words.length > 160 ? `${words.slice(0, 157)}…` : words;
}

import { inventStory } from "./invent-story.ts";

/** Invents a pile of small files by path: stories in three folders, copies in other clothes, an empty and a binary file. */
export function inventPile(stories: number): Readonly<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = { "odd/empty.txt": "" };
  files["odd/noise.bin"] = Uint8Array.from({ length: 4096 }, (_, at) => (at * 131 + (at >> 3)) & 0xff);
  for (let number = 0; number < stories; number++) {
    const { text } = inventStory(number);
    const name = `story-${String(number).padStart(4, "0")}.txt`;
    files[`list-${number % 3}/${name}`] = text;
    if (number % 7 === 0) files[`mirror/${name}`] = text.replaceAll(/\r?\n/g, "\r\n");
    if (number % 11 === 0) files[`mirror/same-${name}`] = text;
  }
  return files;
}

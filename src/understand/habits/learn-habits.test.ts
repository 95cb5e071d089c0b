import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Reading } from "../../terms/index.ts";
import { parseVocabularies } from "../../vocabulary/index.ts";
import { understand } from "../understand.ts";
import { learnHabits } from "./learn-habits.ts";

const folder = new URL("../../../vocabularies/", import.meta.url);
const vocabulary = parseVocabularies(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  ),
);

function read(text: string): { reading: Reading; understanding: ReturnType<typeof understand> } {
  const reading: Reading = {
    type: "reading",
    format: "text",
    layer: {
      text,
      digest: "",
      map: [],
      charset: { charset: "utf-8", because: "utf-8-valid", sureness: 1, roundTrip: true },
    },
    declared: [],
    issues: [],
  };
  return { reading, understanding: understand(reading, vocabulary) };
}

const story = 'The lamp went out. "Again," she said, and he lit it, and she laughed at him from the stairs.';

test("learnHabits() counts labels and finds the order of dates and the lines of the house", () => {
  const habits = learnHabits([
    read(
      `The Hen House Archive\n\nTitle: One\nDate: 25/12/2003\nPart: 1/7\n\n${story}\n\nKept by the Hen House\n`,
    ),
    read(
      `The Hen House Archive\n\nTitle: Two\nDate: 05/06/2004\nPart: 2/7\n\n${story}\n\nKept by the Hen House\n`,
    ),
    read(`The Hen House Archive\n\nTitle: Three\n\n${story}\n\nKept by the Hen House\n`),
  ]);
  expect(habits.stories).toBe(3);
  expect(habits.labels).toEqual([
    { label: "title", stories: 3 },
    { label: "date", stories: 2 },
  ]);
  expect(habits.dateOrder).toBe("day-first");
  expect(habits.partStyle).toBe("1");
  expect(habits.repeated).toContain("The Hen House Archive");
  expect(habits.repeated).toContain("Kept by the Hen House");
});

test("learnHabits() leaves the order of dates open when the evidence contradicts itself", () => {
  const habits = learnHabits([
    read(`Title: One\nDate: 25/12/2003\n\n${story}`),
    read(`Title: Two\nDate: 12/25/2003\n\n${story}`),
  ]);
  expect(habits.dateOrder).toBe("unknown");
});

test("learnHabits() of nothing is nothing", () => {
  expect(learnHabits([])).toEqual({
    labels: [],
    dateOrder: "unknown",
    partStyle: null,
    repeated: [],
    stories: 0,
  });
});

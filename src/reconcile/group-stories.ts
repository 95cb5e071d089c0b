import type { StoryFacts, WorkGroup, WorkMember } from "../terms/index.ts";
import { readPartNumber } from "./part-number.ts";
import { sameTextKeyOf } from "./same-text.ts";
import { splitByTotal } from "./split-by-total.ts";

/**
 * Brings witnesses together into works: the same text is one work, numbered parts of one title and author are one work.
 *
 * Shape: one group a work, in the order of their first witnesses; every story is in exactly one.
 * The answer depends on the set of stories only, not on their order, so a batch may hold any closed set of them
 * (all stories that share a text or a part key with one in the set).
 */
export function groupStories(stories: readonly StoryFacts[]): WorkGroup[] {
  const ordered = stories.toSorted((a, b) =>
    a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0,
  );
  const parent = new Map(ordered.map((story) => [story.id, story.id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    parent.set(id, at);
    return at;
  };
  const join = (members: readonly StoryFacts[]): void => {
    const [first, ...others] = members;
    if (first) for (const other of others) parent.set(root(other.id), root(first.id));
  };
  for (const members of groupBy(ordered, sameTextKeyOf)) join(members);
  for (const members of groupBy(ordered, (story) => story.partKey)) splitByTotal(members).forEach(join);
  return groupBy(ordered, (story) => root(story.id)).map(makeWork);
}

function groupBy(stories: readonly StoryFacts[], keyOf: (story: StoryFacts) => string): StoryFacts[][] {
  const groups = new Map<string, StoryFacts[]>();
  for (const story of stories) {
    const key = keyOf(story);
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.push(story);
    else groups.set(key, [story]);
  }
  return [...groups.values()];
}

function makeWork(witnesses: readonly StoryFacts[]): WorkGroup {
  const members = placeMembers(witnesses);
  const numbers = members.flatMap((member) => readPartNumber(member.part ?? "")?.whole ?? []);
  const totals = witnesses.flatMap((story) => readPartNumber(story.partsTotal ?? "")?.whole ?? []);
  const partsTotal = totals.length > 0 ? Math.max(...totals) : null;
  // A total is a promise; without one only holes between found parts are known to be missing.
  const last = numbers.length > 0 ? Math.max(partsTotal ?? 0, ...numbers) : 0;
  const found = new Set(numbers);
  const missingParts = Array.from({ length: Math.min(last, 500) }, (_, at) => at + 1).filter(
    (n) => !found.has(n),
  );
  return { id: witnesses[0]?.anchorId ?? "", members, missingParts, partsTotal };
}

function placeMembers(witnesses: readonly StoryFacts[]): WorkMember[] {
  const shown: StoryFacts[] = [];
  const beside: { story: StoryFacts; of: StoryFacts; role: "copy" | "version" }[] = [];
  for (const story of witnesses) {
    const same = shown.find((other) => sameTextKeyOf(other) === sameTextKeyOf(story));
    const part = shown.find((other) => samePart(other.part, story.part));
    if (same) beside.push({ story, of: same, role: "copy" });
    else if (part) beside.push({ story, of: part, role: "version" });
    else shown.push(story);
  }
  const places = new Map(shown.toSorted(comparePlace).map((story, at) => [story.id, at + 1]));
  const member = (story: StoryFacts, of: StoryFacts, role: WorkMember["role"]): WorkMember => ({
    story: story.id,
    place: places.get(of.id) ?? 1,
    part: story.part,
    role,
  });
  return [
    ...shown.map((story) => member(story, story, "shown")),
    ...beside.map(({ story, of, role }) => member(story, of, role)),
  ].toSorted((a, b) => a.place - b.place);
}

function samePart(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [readPartNumber(a), readPartNumber(b)];
  if (one && other) return one.whole === other.whole && one.rest === other.rest;
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Numbered parts first by number, unnumbered ones (an epilogue) after them in their own order. */
function comparePlace(a: StoryFacts, b: StoryFacts): number {
  const [one, other] = [readPartNumber(a.part ?? ""), readPartNumber(b.part ?? "")];
  if (one && other && one.whole !== other.whole) return one.whole - other.whole;
  if (one && other && one.rest !== other.rest) return one.rest < other.rest ? -1 : 1;
  if (one !== undefined && other === undefined) return -1;
  if (one === undefined && other !== undefined) return 1;
  return a.orderKey < b.orderKey ? -1 : 1;
}

import type { QuestionGroup } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { QuestionProps } from "../../pages/QuestionsPage.tsx";

/** Each kind of question once, with some of its cases. */
export function makeQuestions(
  { say, links }: Frame,
  groups: readonly QuestionGroup[],
): readonly QuestionProps[] {
  return groups.map((group) => ({
    code: group.code,
    severity: say(`questions.severity.${group.severity}`),
    title: group.title,
    hint: group.hint,
    count: group.count,
    examples: group.examples.map((example) => ({
      detail: example.detail,
      path: example.path,
      href: example.storyId === null ? null : links.asPosted(example.storyId),
    })),
  }));
}

import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** One kind of question, with some of its cases. */
export interface QuestionProps {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly examples: readonly {
    readonly detail: string;
    readonly path: string;
    readonly href: string | null;
  }[];
}

/** Questions, not files: each kind once, counted, with examples. */
export const QuestionsPage = (props: {
  readonly frame: Frame;
  readonly questions: readonly QuestionProps[];
}) => {
  const { frame, questions } = props;
  const { say } = frame;
  return (
    <Layout
      frame={frame}
      title={say("questions.title")}
      sheets={["keeper"]}
      top={<TopBar frame={frame} place="keeper" />}
    >
      <div class="wrap narrow">
        <h1>{say("questions.title")}</h1>
        <p>{say(questions.length === 0 ? "keeper.no-questions" : "questions.text")}</p>
        {questions.map((question) => (
          <section class="card question">
            <h2>
              {question.title} <span class="chip">{say("questions.cases", { count: question.count })}</span>
            </h2>
            <p>{question.hint}</p>
            <details>
              <summary>{say("questions.examples")}</summary>
              <ul>
                {question.examples.map((example) => (
                  <li>
                    {example.href === null ? (
                      <code>{example.path}</code>
                    ) : (
                      <a href={example.href}>{example.path}</a>
                    )}
                    : {example.detail}
                  </li>
                ))}
              </ul>
            </details>
            <p class="muted small-print">
              <code>{question.code}</code> · {question.severity}
            </p>
          </section>
        ))}
        <p>
          <a href={frame.links.keeper()}>{say("keeper.back")}</a>
        </p>
      </div>
    </Layout>
  );
};

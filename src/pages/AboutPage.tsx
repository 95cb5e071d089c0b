import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

export interface AboutPageProps {
  readonly frame: Frame;
  /** What the keeper wrote about this archive. */
  readonly paragraphs: readonly string[];
  readonly counted: string;
  /** How to reach the keeper; `null` when nothing is stated. */
  readonly contact: string | null;
  readonly version: string;
}

const WORDS = ["rescue", "as-posted", "not-stated", "guessed", "gone"] as const;

/** What this archive is, the words it uses, and everybody's rights. */
export const AboutPage = ({ frame, paragraphs, counted, contact, version }: AboutPageProps) => {
  const { say } = frame;
  return (
    <Layout
      frame={frame}
      title={say("about.title")}
      sheets={["browse"]}
      top={<TopBar frame={frame} place="about" />}
    >
      <div class="wrap narrow about">
        <h1>{say("about.heading", { name: frame.archiveName })}</h1>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p>{counted}</p>
        <p>{say("about.what")}</p>
        <section id="hidden">
          <h2>{say("about.hidden")}</h2>
          <p>{say("about.hidden-text")}</p>
          <p>{say("about.hidden-after")}</p>
          <p>
            {contact === null ? say("about.no-contact") : say("about.contact")}
            {contact === null ? null : <strong> {contact}</strong>}
          </p>
        </section>
        <section id="missing">
          <h2>{say("about.missing")}</h2>
          <p>{say("about.missing-text")}</p>
        </section>
        <section id="masking">
          <h2>{say("about.masking")}</h2>
          <p>{say("about.masking-text")}</p>
        </section>
        <section id="notes">
          <h2>{say("about.notes")}</h2>
          <p>{say("about.notes-text")}</p>
        </section>
        <section id="words">
          <h2>{say("about.words")}</h2>
          <dl>
            {WORDS.map((word) => (
              <div id={word}>
                <dt>{say(`about.word-${word}`)}</dt>
                <dd>{say(`about.word-${word}-text`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section id="rights">
          <h2>{say("about.rights")}</h2>
          <p>{say("about.rights-text")}</p>
          <p>{say("about.robots-text")}</p>
        </section>
        <section id="you">
          <h2>{say("about.you")}</h2>
          <p>{say("about.you-text")}</p>
        </section>
        <p class="muted small-print">{say("about.version", { version })}</p>
      </div>
    </Layout>
  );
};

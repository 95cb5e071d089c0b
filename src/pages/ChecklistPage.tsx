import type { Frame } from "./frame.ts";
import { FormKey } from "./parts/FormKey.tsx";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** One counted line to look at before opening. */
export interface ChecklistLine {
  readonly label: string;
  readonly count: number;
  /** What it means for the reader or the author. */
  readonly meaning: string | null;
}

export interface ChecklistPageProps {
  readonly frame: Frame;
  readonly rescueId: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly willOpen: number;
  readonly lines: readonly ChecklistLine[];
  readonly stamp: string;
  readonly questionsHref: string | null;
}

const OpenForm = ({ frame, rescueId, stamp, willOpen }: ChecklistPageProps) => (
  <form method="post" action={frame.links.openRescue(rescueId)} class="stack">
    <FormKey frame={frame} />
    <input type="hidden" name="stamp" value={stamp} />
    <label class="tick">
      <input type="checkbox" name="seen" value="yes" required /> {frame.say("checklist.seen")}
    </label>
    <button class="button lamp" type="submit">
      {frame.say("checklist.open", { count: willOpen })}
    </button>
    <p class="muted small-print">{frame.say("checklist.undo")}</p>
  </form>
);

const CloseForm = ({ frame, rescueId }: ChecklistPageProps) => (
  <form method="post" action={frame.links.closeRescue(rescueId)} class="stack">
    <FormKey frame={frame} />
    <p>{frame.say("checklist.is-open")}</p>
    <button class="button" type="submit">
      {frame.say("rescue.close")}
    </button>
  </form>
);

/** Closed until opened: nobody opens what they did not look at. */
export const ChecklistPage = (props: ChecklistPageProps) => {
  const { frame } = props;
  const { say } = frame;
  return (
    <Layout
      frame={frame}
      title={say("checklist.title", { name: props.name })}
      sheets={["keeper"]}
      top={<TopBar frame={frame} place="keeper" />}
    >
      <div class="wrap narrow">
        <h1>{say("checklist.title", { name: props.name })}</h1>
        <p>{say("checklist.text")}</p>
        <table>
          <caption class="unseen">{say("checklist.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("checklist.what")}</th>
              <th scope="col" class="number">
                {say("checklist.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.lines.map((line) => (
              <tr>
                <th scope="row">
                  {line.label}
                  {line.meaning === null ? null : <span class="meaning">{line.meaning}</span>}
                </th>
                <td class="number">{say("number", { count: line.count })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {props.questionsHref === null ? null : (
          <p>
            <a href={props.questionsHref}>{say("checklist.questions")}</a>
          </p>
        )}
        {props.isOpen ? <CloseForm {...props} /> : <OpenForm {...props} />}
        <p>
          <a href={frame.links.keeper()}>{say("keeper.back")}</a>
        </p>
      </div>
    </Layout>
  );
};

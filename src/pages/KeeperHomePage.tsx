import type { Frame } from "./frame.ts";
import { DeliveryForm } from "./parts/DeliveryForm.tsx";
import type { ImportProps } from "./parts/ImportLanes.tsx";
import { Layout } from "./parts/Layout.tsx";
import { RescueTable, type RescueProps } from "./parts/RescueTable.tsx";
import { TopBar } from "./parts/TopBar.tsx";

export interface KeeperHomePageProps {
  readonly frame: Frame;
  readonly folder: string;
  /** `41 stories can be read by everybody, 12 only by you`. */
  readonly counted: string;
  readonly imports: readonly ImportProps[];
  readonly rescues: readonly RescueProps[];
  /** `27 kinds of questions`; `null` when nothing is asked. */
  readonly questions: string | null;
}

/** The keeper's page: hand in, watch, open. */
export const KeeperHomePage = (props: KeeperHomePageProps) => {
  const { frame } = props;
  const { say, links } = frame;
  return (
    <Layout
      frame={frame}
      title={say("keeper.title")}
      sheets={["keeper"]}
      scripts={["deliver"]}
      top={<TopBar frame={frame} place="keeper" />}
    >
      <div class="wrap keeper">
        <h1>{say("keeper.title")}</h1>
        <p>{props.counted}</p>
        <section class="card">
          <h2>{say("delivery.title")}</h2>
          <DeliveryForm frame={frame} />
        </section>
        {props.imports.length === 0 ? null : (
          <section>
            <h2>{say("keeper.imports")}</h2>
            <ul class="imports">
              {props.imports.map((progress) => (
                <li>
                  <a href={progress.href}>{progress.name}</a> <span class="muted">{progress.sentence}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{say("keeper.rescues")}</h2>
          {props.rescues.length === 0 ? (
            <p>{say("keeper.no-rescues")}</p>
          ) : (
            <RescueTable frame={frame} rescues={props.rescues} />
          )}
        </section>
        <section>
          <h2>{say("keeper.questions")}</h2>
          <p>
            {props.questions === null ? (
              say("keeper.no-questions")
            ) : (
              <a href={links.questions()}>{props.questions}</a>
            )}
          </p>
        </section>
        <p class="muted small-print">
          {say("keeper.folder")} <code>{props.folder}</code>
        </p>
      </div>
    </Layout>
  );
};

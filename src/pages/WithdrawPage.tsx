import type { Frame } from "./frame.ts";
import { FormKey } from "./parts/FormKey.tsx";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

export interface WithdrawPageProps {
  readonly frame: Frame;
  readonly workId: string;
  readonly title: string;
  readonly storyHref: string;
}

/** Asks once before a work is taken from view. */
export const WithdrawPage = ({ frame, workId, title, storyHref }: WithdrawPageProps) => {
  const { say, links } = frame;
  return (
    <Layout
      frame={frame}
      title={say("withdraw.title", { title })}
      sheets={["keeper"]}
      top={<TopBar frame={frame} place="keeper" />}
    >
      <div class="wrap narrow">
        <h1>{say("withdraw.title", { title })}</h1>
        <p>{say("withdraw.text")}</p>
        <form method="post" action={links.withdrawWork(workId)} class="actions">
          <FormKey frame={frame} />
          <button class="button" type="submit">
            {say("withdraw.go")}
          </button>
          <a href={storyHref}>{say("withdraw.back")}</a>
        </form>
      </div>
    </Layout>
  );
};

import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { SearchBox } from "./parts/SearchBox.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** What a page can run into; each has its own words. */
export const TROUBLES = [
  "bad-request",
  "wrong-host",
  "forged",
  "not-found",
  "gone",
  "locked",
  "rebuild",
  "storage",
  "too-large",
  "failed",
] as const;

export type Trouble = (typeof TROUBLES)[number];

export interface TroublePageProps {
  readonly frame: Frame;
  readonly trouble: Trouble;
  /** What exactly, and what to do; only where it tells nothing private. */
  readonly detail: string | null;
}

/** A helpful page for each thing that can go wrong; never a stack trace, never a title of what is gone. */
export const TroublePage = ({ frame, trouble, detail }: TroublePageProps) => {
  const { say, links } = frame;
  const canSearch =
    frame.archiveName !== "" && (trouble === "not-found" || trouble === "gone" || trouble === "bad-request");
  return (
    <Layout
      frame={frame}
      title={say(`trouble.${trouble}`)}
      sheets={["home"]}
      top={<TopBar frame={frame} place={null} />}
    >
      <div class="wrap narrow alone">
        <h1>{say(`trouble.${trouble}`)}</h1>
        <p class="lead">{say(`trouble.${trouble}-text`)}</p>
        {detail === null ? null : <p>{detail}</p>}
        {canSearch ? (
          <>
            <SearchBox frame={frame} />
            <p>
              <a href={links.browse()}>{say("home.browse-all")}</a>
            </p>
          </>
        ) : (
          <p>
            <a href={links.home()}>{say("trouble.home")}</a>
          </p>
        )}
      </div>
    </Layout>
  );
};

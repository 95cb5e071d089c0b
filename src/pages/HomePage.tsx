import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { Logo } from "./parts/Logo.tsx";
import { SearchBox } from "./parts/SearchBox.tsx";
import { TopBar } from "./parts/TopBar.tsx";
import { WorkRow, type WorkRowProps } from "./parts/WorkRow.tsx";
import { YearBars, type YearBar } from "./parts/YearBars.tsx";

export interface HomePageProps {
  readonly frame: Frame;
  /** The archive's own sentence, or one that only counts. */
  readonly headline: string;
  /** Under the headline: counts. */
  readonly counted: string;
  readonly bars: readonly YearBar[];
  readonly undated: { readonly works: number; readonly href: string } | null;
  /** Works of which a part is missing, and the way to them; `null` when none. */
  readonly missing: { readonly works: number; readonly href: string } | null;
  readonly latest: readonly WorkRowProps[];
}

/** The front door. */
export const HomePage = (props: HomePageProps) => {
  const { frame, missing } = props;
  const { say, links } = frame;
  return (
    <Layout
      frame={frame}
      title={say("home.title")}
      sheets={["home", "browse"]}
      top={<TopBar frame={frame} place={null} />}
    >
      <section class="hero">
        <div class="hero-in">
          <div>
            <h1>{props.headline}</h1>
            <p class="lead">{props.counted}</p>
            <SearchBox frame={frame} />
            <p class="small-print">
              <a href={links.browse()}>{say("home.browse-all")}</a>
              {" · "}
              <a href={links.anyWork()}>{say("home.surprise")}</a>
            </p>
          </div>
          <Logo size="hero" />
        </div>
      </section>
      <div class="wrap">
        {props.bars.length === 0 && props.undated === null ? null : (
          <section>
            <h2>{say("home.when")}</h2>
            <YearBars say={say} bars={props.bars} undated={props.undated} />
          </section>
        )}
        <section class="cards" aria-label={say("home.doors")}>
          <div class="card">
            <h2>{say("home.card-mine")}</h2>
            <p>
              {say("home.card-mine-text")}{" "}
              <a href={`${links.about()}#hidden`}>{say("home.card-mine-link")}</a>
            </p>
          </div>
          <div class="card">
            <h2>{say("home.card-posted")}</h2>
            <p>
              {say("home.card-posted-text")}{" "}
              <a href={`${links.about()}#as-posted`}>{say("home.card-posted-link")}</a>
            </p>
          </div>
          {missing === null ? null : (
            <div class="card">
              <h2>{say("home.card-missing")}</h2>
              <p>
                <a href={missing.href}>{say("home.card-missing-link", { count: missing.works })}</a>{" "}
                {say("home.card-missing-text")}
              </p>
            </div>
          )}
        </section>
        {props.latest.length === 0 ? null : (
          <section>
            <h2>{say("home.latest")}</h2>
            <div class="rows">
              {props.latest.map((row) => (
                <WorkRow say={say} row={row} />
              ))}
            </div>
          </section>
        )}
      </div>
    </Layout>
  );
};

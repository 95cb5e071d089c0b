import type { HomeView } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { HomePageProps } from "../../pages/HomePage.tsx";
import { makeWorkRow } from "./make-work-row.ts";
import { makeYearBars } from "./make-year-bars.ts";

/** The front door, counted for this viewer. */
export function makeHomePage(frame: Frame, home: HomeView): HomePageProps {
  const { say, links } = frame;
  return {
    frame,
    headline: home.sentence ?? say("home.headline", { count: home.works }),
    counted: say("home.counted", { count: home.works, words: home.words }),
    bars: makeYearBars(links, home.byYear),
    undated: home.undated === 0 ? null : { works: home.undated, href: links.browse({ year: "not-stated" }) },
    missing:
      home.missingAPart === 0
        ? null
        : { works: home.missingAPart, href: links.browse({ missingAPart: true }) },
    latest: home.latest.map((work) => makeWorkRow(frame, work)),
  };
}

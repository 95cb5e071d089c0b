import type { AboutView } from "../../app/site-use-cases.ts";
import type { AboutPageProps } from "../../pages/AboutPage.tsx";
import type { Frame } from "../../pages/frame.ts";

/** What this archive says about itself. */
export function makeAboutPage(frame: Frame, about: AboutView): AboutPageProps {
  return {
    frame,
    paragraphs: [...(about.sentence === null ? [] : [about.sentence]), ...about.about],
    counted: frame.say("about.counted", { count: about.works }),
    contact: about.contact,
    version: about.version,
  };
}

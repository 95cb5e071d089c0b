import type { KeeperHomeView } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { KeeperHomePageProps } from "../../pages/KeeperHomePage.tsx";
import { makeImport } from "./make-import.ts";
import { sayDay } from "./say-date.ts";

/** The keeper's page. */
export function makeKeeperHomePage(frame: Frame, home: KeeperHomeView): KeeperHomePageProps {
  const { say, language } = frame;
  return {
    frame,
    folder: home.folder,
    counted: [
      say("keeper.counted-open", { count: home.openWorks }),
      say("keeper.counted-closed", { count: home.closedWorks }),
    ].join(", "),
    imports: home.imports.map((progress) => makeImport(frame, progress)),
    rescues: home.rescues.map((rescue) => ({
      ...rescue,
      // Empty while the first files of a rescue are still on their way into custody.
      takenOn: rescue.takenAt === "" ? null : sayDay(rescue.takenAt, language),
    })),
    questions: home.questions === 0 ? null : say("keeper.questions-count", { count: home.questions }),
  };
}

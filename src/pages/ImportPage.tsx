import type { Frame } from "./frame.ts";
import { FormKey } from "./parts/FormKey.tsx";
import { ImportLanes, type ImportProps } from "./parts/ImportLanes.tsx";
import { Layout } from "./parts/Layout.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** An import as it goes on. Without scripts the page is looked at again by hand. */
export const ImportPage = ({
  frame,
  progress,
}: {
  readonly frame: Frame;
  readonly progress: ImportProps;
}) => {
  const { say, links } = frame;
  const isRunning = progress.state === "running";
  return (
    <Layout
      frame={frame}
      title={say("import.title", { name: progress.name })}
      sheets={["keeper"]}
      scripts={["import"]}
      top={<TopBar frame={frame} place="keeper" />}
    >
      <div class="wrap narrow" data-import={isRunning ? links.importEvents(progress.jobId) : undefined}>
        <h1>{say("import.title", { name: progress.name })}</h1>
        <ImportLanes frame={frame} progress={progress} />
        <div class="actions">
          {isRunning ? (
            <>
              <a class="button quiet" href={progress.href} data-again>
                {say("import.again")}
              </a>
              <form method="post" action={links.stopImport(progress.jobId)}>
                <FormKey frame={frame} />
                <button class="button quiet" type="submit">
                  {say("import.stop")}
                </button>
              </form>
            </>
          ) : null}
          {progress.rescueHref === null ? null : (
            <a class="button" href={progress.rescueHref}>
              {say("import.look")}
            </a>
          )}
          <a href={links.keeper()}>{say("keeper.back")}</a>
        </div>
        {isRunning ? <p class="muted small-print">{say("import.safe")}</p> : null}
      </div>
    </Layout>
  );
};

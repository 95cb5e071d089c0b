import type { Frame } from "../frame.ts";
import { FormKey } from "./FormKey.tsx";

/** One rescue, ready to show. */
export interface RescueProps {
  readonly id: string;
  readonly name: string;
  /** `null` until its first files are kept. */
  readonly takenOn: string | null;
  readonly originals: number;
  readonly works: number;
  readonly questions: number;
  readonly damaged: number;
  readonly isOpen: boolean;
}

/** Every rescue with its counts, and the way to open or close it. */
export const RescueTable = ({
  frame,
  rescues,
}: {
  readonly frame: Frame;
  readonly rescues: readonly RescueProps[];
}) => {
  const { say, links } = frame;
  return (
    <ul class="rescues">
      {rescues.map((rescue) => (
        <li class="card rescue">
          <div>
            <h3>
              <a href={links.rescue(rescue.id)}>{rescue.name}</a>
            </h3>
            <p>
              <span class={`chip ${rescue.isOpen ? "open" : "closed"}`}>
                {say(rescue.isOpen ? "rescue.open" : "rescue.closed")}
              </span>{" "}
              {[
                ...(rescue.takenOn === null ? [] : [say("rescue.taken", { date: rescue.takenOn })]),
                say("rescue.originals", { count: rescue.originals }),
                say("rescue.works", { count: rescue.works }),
                ...(rescue.questions > 0 ? [say("rescue.questions", { count: rescue.questions })] : []),
                ...(rescue.damaged > 0 ? [say("rescue.damaged", { count: rescue.damaged })] : []),
              ].join(" · ")}
            </p>
          </div>
          {rescue.isOpen ? (
            <form method="post" action={links.closeRescue(rescue.id)}>
              <FormKey frame={frame} />
              <button
                class="button quiet"
                type="submit"
                aria-label={say("rescue.close-named", { name: rescue.name })}
              >
                {say("rescue.close")}
              </button>
            </form>
          ) : (
            <a
              class="button"
              href={links.rescue(rescue.id)}
              aria-label={say("rescue.look-named", { name: rescue.name })}
            >
              {say("rescue.look")}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};

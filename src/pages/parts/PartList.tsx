import type { Frame } from "../frame.ts";

/** A part that can be read, or one nobody found. */
export interface PartProps {
  readonly label: string;
  /** `null` for a missing part. */
  readonly href: string | null;
  /** `11 minutes`, warnings of this part alone. */
  readonly facts: readonly string[];
}

interface PartListProps {
  readonly frame: Frame;
  readonly parts: readonly PartProps[];
  readonly language: string | null;
}

/** The parts of a work in reading order, holes included; nothing for a work in one piece. */
export const PartList = ({ frame, parts, language }: PartListProps) =>
  parts.length <= 1 ? null : (
    <section>
      <h2>{frame.say("story.parts")}</h2>
      <ol class="parts">
        {parts.map((part) =>
          part.href === null ? (
            <li class="missing">
              {part.label} <a href={`${frame.links.about()}#missing`}>{frame.say("story.have-it")}</a>
            </li>
          ) : (
            <li>
              <a href={part.href} lang={language ?? undefined}>
                {part.label}
              </a>{" "}
              <span class="muted">{part.facts.join(" · ")}</span>
            </li>
          ),
        )}
      </ol>
    </section>
  );

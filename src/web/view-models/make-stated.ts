import type { StatedValue } from "../../app/site-use-cases.ts";
import type { Say } from "../../pages/frame.ts";
import type { StatedProps } from "../../pages/parts/Stated.tsx";

/** A value as a page shows it: as written first, its usual form only when that says something new. */
export function makeStated(say: Say, value: StatedValue): StatedProps {
  const isSame = fold(value.value) === fold(value.asWritten);
  return {
    asWritten: value.asWritten,
    usualForm: isSame ? null : value.value,
    remark: value.sureness === "read" ? null : say(`story.${value.sureness}`),
  };
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

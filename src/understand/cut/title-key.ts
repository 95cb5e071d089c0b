import { fold } from "../../text/index.ts";
import { findPart } from "../head/read-part.ts";

/** Gives a title without its part marker and signs, to tell whether two headers name one story; empty when nothing is left. */
export function titleKey(title: string): string {
  const part = findPart(title);
  const bare = (part === undefined ? title : title.slice(0, part.start)).replace(
    /[\s(-]*cont(?:inued|'d|\.)?\)?\s*$/i,
    "",
  );
  return fold(bare).replace(/[^\p{L}\p{N}]/gu, "");
}

import type { Say } from "../frame.ts";

/** Tells the keeper why visitors do not see this work; nothing for works that are open. */
export const StandingNote = ({ say, standing }: { readonly say: Say; readonly standing: string | null }) =>
  standing === null ? null : (
    <p class="standing">
      <strong>{say("standing.only-you")}</strong> {standing}
    </p>
  );

import type { Say } from "../frame.ts";

/** Where one is in a long list. */
export interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/** Back and on; nothing when all fits on one page. */
export const Pager = ({ say, pager }: { readonly say: Say; readonly pager: PagerProps }) =>
  pager.pages <= 1 ? null : (
    <nav class="pager" aria-label={say("pager.label")}>
      {pager.previousHref === null ? null : (
        <a class="button quiet" rel="prev" href={pager.previousHref}>
          <span aria-hidden="true">←</span> {say("pager.previous")}
        </a>
      )}
      <span>{say("pager.where", { page: pager.page, pages: pager.pages })}</span>
      {pager.nextHref === null ? null : (
        <a class="button quiet" rel="next" href={pager.nextHref}>
          {say("pager.next")} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );

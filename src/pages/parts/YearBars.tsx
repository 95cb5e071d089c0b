import type { Say } from "../frame.ts";

/** One year of the picture; years between without works are there with 0. */
export interface YearBar {
  readonly year: string;
  readonly works: number;
  /** From 0 to 100, of the tallest. */
  readonly height: number;
  readonly href: string;
}

interface YearBarsProps {
  readonly say: Say;
  readonly bars: readonly YearBar[];
  /** Works without a readable date, and the way to them; `null` when all are dated. */
  readonly undated: { readonly works: number; readonly href: string } | null;
}

/** When the works were posted: a list of links first, a picture by style sheet and SVG. */
export const YearBars = ({ say, bars, undated }: YearBarsProps) => (
  <>
    <ol class="year-bars">
      {bars.map((bar) => (
        <li>
          <a href={bar.href} title={say("home.year-bar", { year: bar.year, count: bar.works })}>
            <svg class="upright" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y={100 - bar.height} width="10" height={bar.height} />
            </svg>
            <svg class="across" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" width={bar.height} height="10" />
            </svg>
            <span class="year">{bar.year}</span>
            <span class="year-works">{say("home.year-works", { count: bar.works })}</span>
          </a>
        </li>
      ))}
    </ol>
    {undated === null ? null : (
      <p class="small-print">
        <a href={undated.href}>{say("home.undated", { count: undated.works })}</a>
      </p>
    )}
  </>
);

import type { HomeView } from "../../app/site-use-cases.ts";
import type { Links } from "../../pages/links.ts";
import type { YearBar } from "../../pages/parts/YearBars.tsx";

/** Wider spans come from a date read wrong: then only years with works are drawn. */
const MOST_YEARS = 45;
/** So that a single work can still be seen beside hundreds. */
const LEAST_HEIGHT = 4;

/** The picture of the years: gaps are drawn as gaps. */
export function makeYearBars(links: Links, byYear: HomeView["byYear"]): readonly YearBar[] {
  const first = byYear[0]?.year;
  const last = byYear.at(-1)?.year;
  if (first === undefined || last === undefined) return [];
  const works = new Map(byYear.map((entry) => [entry.year, entry.works]));
  const span = last - first + 1;
  const years =
    span > MOST_YEARS ? [...works.keys()] : Array.from({ length: span }, (_, index) => first + index);
  const most = Math.max(...works.values());
  return years.map((year) => {
    const count = works.get(year) ?? 0;
    return {
      year: String(year),
      works: count,
      height: count === 0 ? 0 : Math.max(LEAST_HEIGHT, Math.round((count / most) * 100)),
      href: links.browse({ year: String(year) }),
    };
  });
}

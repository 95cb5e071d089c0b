import type { Frame } from "../frame.ts";
import { Logo } from "./Logo.tsx";
import { Settings } from "./Settings.tsx";

/** Where a page stands in the bar; `null` for pages that are nowhere in it. */
export type NavPlace = "browse" | "search" | "about" | "keeper" | null;

/** The bar on top of every page but the reading page. */
export const TopBar = ({ frame, place }: { readonly frame: Frame; readonly place: NavPlace }) => {
  const { say, links } = frame;
  const isKnown = frame.archiveName !== "";
  const items = [
    ...(isKnown
      ? ([
          ["browse", links.browse()],
          ["search", links.search()],
          ["about", links.about()],
        ] as const)
      : []),
    ...(frame.isKeeper ? ([["keeper", links.keeper()]] as const) : []),
  ];
  return (
    <header class="top">
      <a class="brand" href={links.home()}>
        <Logo size="mark" />
        <span>{isKnown ? frame.archiveName : say("layout.program")}</span>
      </a>
      <nav aria-label={say("nav.label")}>
        {items.map(([id, href]) => (
          <a href={href} aria-current={id === place ? "page" : undefined}>
            {say(`nav.${id}`)}
          </a>
        ))}
      </nav>
      <Settings frame={frame} />
    </header>
  );
};

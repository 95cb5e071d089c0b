import type { Child } from "hono/jsx";
import type { Frame } from "../frame.ts";
import { Footer } from "./Footer.tsx";

/** Style sheets beyond the ones each page has. */
export type Sheet = "story" | "browse" | "keeper" | "home";

interface LayoutProps {
  readonly frame: Frame;
  /** Without the archive's name; no title of a story a viewer must not know. */
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly scripts?: readonly string[];
  /** The bar on top: pages differ in it. */
  readonly top: Child;
  readonly bodyClass?: string;
  readonly children?: Child;
}

/** The whole document around a page: head, skip link, bar, main part, foot. */
export const Layout = ({ frame, title, sheets, scripts = [], top, bodyClass, children }: LayoutProps) => (
  <html
    lang={frame.language}
    data-theme={frame.theme === "auto" ? undefined : frame.theme}
    data-size={frame.textSize === "normal" ? undefined : frame.textSize}
  >
    <head>
      <meta charset="utf-8" />
      <title>{[title, frame.archiveName].filter((part) => part !== "").join(" · ")}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow, noarchive, noai, noimageai" />
      <meta name="color-scheme" content="light dark" />
      {frame.links.preloadedFonts.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="" />
      ))}
      {["fonts", "tokens", "base", ...sheets].map((sheet) => (
        <link rel="stylesheet" href={frame.links.asset(`${sheet}.css`)} />
      ))}
      <link rel="icon" href={frame.links.asset("favicon.svg")} type="image/svg+xml" />
      {["base", ...scripts].map((script) => (
        <script type="module" src={frame.links.asset(`${script}.js`)} />
      ))}
    </head>
    <body class={bodyClass}>
      <a class="skip" href="#main">
        {frame.say("layout.skip")}
      </a>
      {top}
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <Footer frame={frame} />
    </body>
  </html>
);

/** One font file of the package it comes in, and what a style sheet says about it. */
export interface FontFace {
  readonly family: string;
  readonly package: string;
  readonly file: string;
  readonly style: "normal" | "italic";
  readonly weight: string;
  readonly unicodeRange: string;
}

/** The same cuts as the packages' own style sheets make. */
const RANGES = {
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
  cyrillic: "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
} as const;

type Subset = keyof typeof RANGES;

function variable(family: string, name: string, subsets: readonly Subset[]): FontFace[] {
  return subsets.flatMap((subset) =>
    (["normal", "italic"] as const).map((style) => ({
      family,
      package: `@fontsource-variable/${name}`,
      file: `${name}-${subset}-wght-${style}.woff2`,
      style,
      weight: "200 900",
      unicodeRange: RANGES[subset],
    })),
  );
}

/** Every font the pages use; a browser loads only those whose letters stand on the page. */
export const FONT_FACES: readonly FontFace[] = [
  ...variable("Literata", "literata", ["latin", "latin-ext", "cyrillic"]),
  ...variable("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next", ["latin", "latin-ext"]),
  ...(["latin", "latin-ext"] as const).map((subset) => ({
    family: "Courier Prime",
    package: "@fontsource/courier-prime",
    file: `courier-prime-${subset}-400-normal.woff2`,
    style: "normal" as const,
    weight: "400",
    unicodeRange: RANGES[subset],
  })),
];

/** The two files that every first view needs: asked for before the style sheets are read. */
export const PRELOADED_FONTS: readonly string[] = [
  "literata-latin-wght-normal.woff2",
  "atkinson-hyperlegible-next-latin-wght-normal.woff2",
];

/** The style sheet that names the fonts under the addresses they are served from. */
export function renderFontSheet(addressOf: (file: string) => string): string {
  const faces = FONT_FACES.map(
    (face) =>
      `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;` +
      `src:url(${addressOf(face.file)}) format("woff2");unicode-range:${face.unicodeRange}}`,
  );
  return [...faces, ...FALLBACKS].join("\n");
}

/** Local stand-ins with the metrics of the real ones, so that nothing jumps when those arrive. */
const FALLBACKS: readonly string[] = [
  '@font-face{font-family:"Literata Fallback";src:local("Georgia"),local("Gelasio"),local("DejaVu Serif");size-adjust:102%;ascent-override:115%;descent-override:30%;line-gap-override:0%}',
  '@font-face{font-family:"Atkinson Fallback";src:local("Arial"),local("Liberation Sans"),local("Helvetica");size-adjust:100.5%;ascent-override:95%;descent-override:29%;line-gap-override:0%}',
];

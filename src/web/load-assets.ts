import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import { FONT_FACES, PRELOADED_FONTS, renderFontSheet } from "./font-faces.ts";

/** A file the site serves for ever under an address that holds its digest. */
export interface Asset {
  readonly address: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Everything a page loads besides itself. */
export interface Assets {
  readonly preloadedFonts: readonly string[];
  /** Throws `RangeError` when no such file is served. */
  getAddress(name: string): string;
  findByAddress(address: string): Asset | undefined;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Reads style sheets, scripts, pictures and fonts into memory, once (under 1 MB). */
export function loadAssets(): Assets {
  const byName = new Map<string, Asset>();
  const byAddress = new Map<string, Asset>();
  const add = (name: string, folder: string, bytes: Uint8Array<ArrayBuffer>) => {
    const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const extension = extname(name);
    const address = `${folder}${name.slice(0, -extension.length)}.${digest}${extension}`;
    const asset = { address, bytes, mediaType: MEDIA_TYPES[extension] ?? "application/octet-stream" };
    byName.set(name, asset);
    byAddress.set(address, asset);
  };
  const getAddress = (name: string) => {
    const asset = byName.get(name);
    if (asset === undefined) throw new RangeError(`Cannot link "${name}": no such asset`);
    return asset.address;
  };
  for (const face of FONT_FACES) {
    const file = new URL(import.meta.resolve(`${face.package}/files/${face.file}`));
    add(face.file, "/assets/fonts/", new Uint8Array(readFileSync(file)));
  }
  add("fonts.css", "/assets/", new TextEncoder().encode(renderFontSheet(getAddress)));
  const folder = new URL("../../src/web/assets/", import.meta.url);
  for (const name of readdirSync(folder)) {
    add(name, "/assets/", new Uint8Array(readFileSync(new URL(name, folder))));
  }
  return {
    preloadedFonts: PRELOADED_FONTS.map(getAddress),
    getAddress,
    findByAddress: (address) => byAddress.get(address),
  };
}

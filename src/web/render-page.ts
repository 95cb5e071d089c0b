import type { JSX } from "hono/jsx/jsx-runtime";

/** Makes the HTML of a page. Pages are pure and never wait. */
export function renderPage(page: JSX.Element): string {
  // oxlint-disable-next-line typescript/no-base-to-string -- a JSX element's string is its HTML.
  const html: unknown = page.toString();
  if (typeof html !== "string")
    throw new TypeError("Cannot render the page: a part of it waits for something");
  return `<!doctype html>${html}`;
}

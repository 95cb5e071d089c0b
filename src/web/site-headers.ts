/** On every answer: nothing from elsewhere, nothing to elsewhere, no index. */
export const SITE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Robots-Tag": "noindex, nofollow, noarchive, noai, noimageai",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "interest-cohort=(), browsing-topics=(), geolocation=(), camera=(), microphone=()",
};

/** On a visitor's page: kept by the browser, asked about each time, as a work can be withdrawn at any moment. */
export const VISITOR_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...SITE_HEADERS,
  "Content-Type": "text/html; charset=UTF-8",
  "Cache-Control": "private, no-cache",
  Vary: "Cookie",
};

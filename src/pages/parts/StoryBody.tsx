import { raw } from "hono/html";
import type { SafeHtml } from "../../text/blocks-to-html.ts";

/**
 * A story's own words. The one place where markup enters a page unescaped: it takes nothing but `SafeHtml`, which
 * only the sanitiser makes.
 */
export const StoryBody = ({ html }: { readonly html: SafeHtml }) => <div class="prose">{raw(html)}</div>;

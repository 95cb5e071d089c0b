import type { PagerProps } from "../../pages/parts/Pager.tsx";

/** Where one is in a long list, and the ways back and on. */
export function makePager(
  list: { readonly page: number; readonly pages: number },
  hrefOf: (page: number) => string,
): PagerProps {
  return {
    page: list.page,
    pages: list.pages,
    previousHref: list.page > 1 ? hrefOf(list.page - 1) : null,
    nextHref: list.page < list.pages ? hrefOf(list.page + 1) : null,
  };
}

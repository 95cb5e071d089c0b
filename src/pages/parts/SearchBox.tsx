import type { Frame } from "../frame.ts";

interface SearchBoxProps {
  readonly frame: Frame;
  readonly text?: string;
}

/** The one box: words, "phrases", -not. */
export const SearchBox = ({ frame, text = "" }: SearchBoxProps) => (
  <form role="search" method="get" action={frame.links.search()} class="search-box">
    <input
      type="search"
      name="q"
      value={text}
      aria-label={frame.say("search.label")}
      placeholder={frame.say("search.placeholder")}
      autocomplete="off"
      data-key="/"
    />
    <button class="button" type="submit">
      {frame.say("search.go")}
    </button>
  </form>
);

import type { Say } from "../frame.ts";

/** Words of a snippet; hits are marked. */
export interface SnippetWords {
  readonly text: string;
  readonly hit: boolean;
}

interface SnippetProps {
  readonly say: Say;
  readonly words: readonly SnippetWords[];
  readonly href: string;
}

/** The words around a hit, and the way to where they stand. */
export const Snippet = ({ say, words, href }: SnippetProps) => (
  <p class="snippet">
    {words.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}{" "}
    <a href={href}>{say("search.go-there")}</a>
  </p>
);

import type { Say } from "../frame.ts";

/** Content notes as a page shows them: the author's words first, never a word of ours about what is in the story. */
export interface NotesProps {
  readonly stance: "declared" | "none" | "chose-not-to-warn" | "silent" | "hidden-at-source";
  /** As written, in order. */
  readonly words: readonly string[];
}

/** Stands before the first paragraph wherever a story can be entered. Calm: one box, no alarm. */
export const NotesBox = ({ say, notes }: { readonly say: Say; readonly notes: NotesProps }) => (
  <aside class="notes-box" aria-label={say("notes.title")}>
    <p>
      <strong>{say("notes.title")}</strong>
      {notes.words.length > 0 ? (
        <>
          {" "}
          {say("notes.authors-words")}{" "}
          {notes.words.map((words, index) => (
            <>
              {index > 0 ? "; " : null}
              <q>{words}</q>
            </>
          ))}
        </>
      ) : null}
    </p>
    {notes.stance === "declared" ? null : <p>{say(`notes.${notes.stance}`)}</p>}
  </aside>
);

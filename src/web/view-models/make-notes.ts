import type { ContentNotes } from "../../app/site-use-cases.ts";
import type { NotesProps } from "../../pages/parts/NotesBox.tsx";

/** Content notes as a page shows them: the author's words, nothing of ours. */
export function makeNotes(notes: ContentNotes): NotesProps {
  return { stance: notes.stance, words: notes.warnings.map((warning) => warning.asWritten) };
}

import type { FieldId, Hold, Permission, Role, Severity, Stance, TextRange } from "../terms/index.ts";
import type { SafeHtml } from "../text/blocks-to-html.ts";

/** Who asks. Everything below is already cut down to what this viewer may see, and masked. */
export type Viewer = { readonly kind: "visitor" } | { readonly kind: "keeper" };

/**
 * A value as the story's own header has it, and its normal form where one is known.
 *
 * `asWritten` and `value` are the same words when there is no normal form.
 */
export interface StatedValue {
  readonly asWritten: string;
  readonly value: string;
  /** How it came about: read from a label, guessed from the text, or checked by a person. */
  readonly sureness: "read" | "guessed" | "checked";
}

/** A date as far as it is known; `year` is `null` when the words could not be read as a date. */
export interface StatedDate {
  readonly asWritten: string;
  readonly year: number | null;
  /** From 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
}

/** Whether a work is public and, when not, why. Visitors only ever get `open` ones. */
export type Standing = "open" | "rescue-closed" | Hold;

/** What the author says about content, in the author's words. */
export interface ContentNotes {
  readonly stance: Stance;
  /** Each warning as written, in order; empty unless `stance` is `declared`. */
  readonly warnings: readonly StatedValue[];
}

/** One work as a row of a list. `null` and empty lists mean *not stated*. */
export interface WorkCard {
  readonly id: string;
  readonly title: string | null;
  readonly creators: readonly string[];
  readonly pairings: readonly string[];
  readonly fandoms: readonly string[];
  readonly rating: StatedValue | null;
  readonly notes: ContentNotes;
  readonly summary: string | null;
  readonly posted: StatedDate | null;
  readonly words: number;
  /** Parts that can be read. */
  readonly parts: number;
  readonly partsTotal: number | null;
  readonly missingParts: readonly string[];
  /** BCP 47; `null` when unknown. */
  readonly language: string | null;
  readonly standing: Standing;
}

export interface HomeView {
  /** From `fanlight.toml`. */
  readonly archiveName: string;
  /** The archive's own sentence about itself; `null` when the keeper wrote none. */
  readonly sentence: string | null;
  readonly works: number;
  readonly creators: number;
  readonly words: number;
  /** Works a year, ascending, years without works left out. */
  readonly byYear: readonly { readonly year: number; readonly works: number }[];
  /** Works without a readable date. */
  readonly undated: number;
  /** Works of which a part is missing. */
  readonly missingAPart: number;
  /** The newest in the archive, at most 6. */
  readonly latest: readonly WorkCard[];
}

export const BROWSE_SORTS = ["title", "creator", "newest", "oldest", "longest", "shortest"] as const;

export type BrowseSort = (typeof BROWSE_SORTS)[number];

export interface BrowseRequest {
  readonly sort: BrowseSort;
  /** From 1. Past the end is a `NotFoundError`. */
  readonly page: number;
  /** Only works of this year, or only undated ones; `null` for all. */
  readonly year: number | "not-stated" | null;
  /** Only works of which a part is missing. */
  readonly missingAPart: boolean;
}

/** A page of rows. `total` counts what this viewer may see, nothing else. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export interface SearchRequest {
  /** As typed; any length, any characters. */
  readonly text: string;
  readonly page: number;
}

/** A stretch of a snippet; `hit` stretches are what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

export interface SearchHit {
  readonly work: WorkCard;
  /** Place of the chapter the snippet stands in; `null` for hits in title, people or summary. */
  readonly place: number | null;
  /** Empty when no snippet may be shown. */
  readonly snippet: readonly SnippetPart[];
}

export interface SearchView {
  /** The query as it was understood and shortened, to stand in the box. */
  readonly text: string;
  /** Hits in titles, people, pairings, fandoms and summaries; first page only, at most 20. */
  readonly records: Paged<SearchHit>;
  /** Hits in story text. */
  readonly stories: Paged<SearchHit>;
  /** Ranking stopped before all hits were looked at: totals are "at least". */
  readonly cut: boolean;
  /** Plain sentences such as "The quotation mark was left open: read as a word."; usually empty. */
  readonly remarks: readonly string[];
}

/** A part as the story page lists it. */
export type PartRow =
  | {
      readonly kind: "present";
      /** From 1; what `chapter` takes. */
      readonly place: number;
      /** As written, such as `2` or `1a`; `null` for a work in one piece. */
      readonly part: string | null;
      readonly heading: string | null;
      readonly words: number;
      readonly notes: ContentNotes;
    }
  | { readonly kind: "missing"; readonly part: string };

/** One text of a work as it came in; several are copies of each other. */
export interface WitnessRow {
  /** What `asPosted` takes. */
  readonly storyId: string;
  readonly place: number;
  readonly role: Role;
  /** Path as received, masked. */
  readonly path: string;
  readonly rescueName: string;
}

/** Any other header line of the work, in order of the text. */
export interface FieldRow {
  readonly field: FieldId;
  /** The label as typed; `null` when the words had none. */
  readonly label: string | null;
  readonly values: readonly StatedValue[];
}

export interface StoryView extends WorkCard {
  readonly creatorClaims: readonly StatedValue[];
  readonly pairingClaims: readonly StatedValue[];
  readonly fandomClaims: readonly StatedValue[];
  readonly permission: Permission;
  /** Dedication, author's notes, spoilers, disclaimer, series, thanks, feedback ...: what was stated, nothing else. */
  readonly fields: readonly FieldRow[];
  readonly partRows: readonly PartRow[];
  readonly witnesses: readonly WitnessRow[];
}

export interface ChapterLink {
  readonly place: number;
  readonly part: string | null;
  readonly heading: string | null;
}

export interface ChapterView {
  readonly workId: string;
  readonly storyId: string;
  readonly title: string | null;
  readonly creators: readonly string[];
  readonly place: number;
  /** Chapters in all that can be read. */
  readonly places: number;
  readonly part: string | null;
  readonly partsTotal: number | null;
  readonly heading: string | null;
  readonly words: number;
  readonly language: string | null;
  /** Of the whole work and of this chapter: they stand before the first paragraph. */
  readonly notes: ContentNotes;
  /** A short preface the author set before the story, as paragraphs; not part of it. */
  readonly authorNotes: readonly string[];
  readonly html: SafeHtml;
  readonly previous: ChapterLink | null;
  readonly next: ChapterLink | null;
  /** Part numbers that should stand between this chapter and the next, and are missing. */
  readonly missingBeforeNext: readonly string[];
  readonly contents: readonly ChapterLink[];
  readonly standing: Standing;
}

/** A stretch of the original that says something about the story. In order, never overlapping. */
export interface MarkedSpan {
  readonly range: TextRange;
  readonly field: FieldId | "story" | "end-marker" | "footer" | "signature" | "furniture";
  /** How sure, from 0 to 1; shown to keepers only. */
  readonly sureness: number;
}

export interface AsPostedView {
  readonly workId: string;
  readonly storyId: string;
  readonly place: number;
  readonly title: string | null;
  readonly creators: readonly string[];
  /** Path as received, masked. */
  readonly path: string;
  /** The decoded text of this story's extent, masked at equal length. */
  readonly text: string;
  /** Whether the text was too long to show whole. */
  readonly cut: boolean;
  readonly spans: readonly MarkedSpan[];
  /** Private things masked in it. */
  readonly masked: number;
  readonly charset: string;
  readonly sizeBytes: number;
  /** sha256 of the original, hex. */
  readonly digest: string;
  /** What was mended in showing it: title from the issue codes, and how often. */
  readonly repairs: readonly { readonly code: string; readonly title: string; readonly count: number }[];
  readonly notes: ContentNotes;
  readonly language: string | null;
  readonly standing: Standing;
}

export interface AboutView {
  readonly archiveName: string;
  readonly sentence: string | null;
  /** What the keeper says about this archive, as plain paragraphs. */
  readonly about: readonly string[];
  /** How to reach the keeper, as the keeper wrote it; `null` when nothing is stated. */
  readonly contact: string | null;
  readonly works: number;
  readonly version: string;
}

// ---- the keeper -------------------------------------------------------------------------------------------------

export interface RescueRow {
  /** `r1`, `r2` ... */
  readonly id: string;
  readonly name: string;
  /** Instant, ISO 8601; empty until its first files are kept. */
  readonly takenAt: string;
  readonly originals: number;
  readonly stories: number;
  readonly works: number;
  readonly questions: number;
  readonly damaged: number;
  readonly isOpen: boolean;
}

export interface KeeperHomeView {
  readonly archiveName: string;
  /** The archive's folder on this computer. */
  readonly folder: string;
  readonly rescues: readonly RescueRow[];
  /** Imports that run or ended since the server started, newest first. */
  readonly imports: readonly ImportProgress[];
  readonly openWorks: number;
  readonly closedWorks: number;
  readonly questions: number;
}

export const IMPORT_LANES = ["kept", "read", "understood", "catalogued"] as const;

export type ImportLane = (typeof IMPORT_LANES)[number];

export interface ImportProgress {
  readonly jobId: string;
  readonly name: string;
  readonly state: "running" | "done" | "stopped" | "failed";
  /** `null` until the rescue has begun. */
  readonly rescueId: string | null;
  /** `total` is `null` until it is known. */
  readonly lanes: Readonly<Record<ImportLane, { readonly done: number; readonly total: number | null }>>;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
  /** Masked. */
  readonly lastFile: string | null;
  readonly storiesReady: number;
  readonly questions: number;
  readonly damaged: number;
  /** What went wrong and what to do, when `state` is `failed`. */
  readonly failure: string | null;
}

/** Counts to look at before a rescue is opened. `willOpen` plus all `held` is `works`. */
export interface Checklist {
  readonly rescueId: string;
  readonly rescueName: string;
  readonly isOpen: boolean;
  readonly works: number;
  readonly willOpen: number;
  readonly held: readonly { readonly hold: Hold; readonly works: number }[];
  readonly withdrawn: number;
  readonly withPrivateDetails: number;
  readonly permission: Readonly<Record<Permission, number>>;
  readonly withoutCreator: number;
  readonly withoutNotes: number;
  readonly questions: number;
  readonly damaged: number;
  /** Changes when any count changes; `openRescue` asks for it, so that nobody opens what they did not see. */
  readonly stamp: string;
}

/** All questions or damages of one code, counted. */
export interface QuestionGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  /** At most 5. */
  readonly examples: readonly {
    readonly detail: string;
    readonly path: string;
    readonly storyId: string | null;
  }[];
}

/**
 * What the site asks of the house. Pages see nothing that does not come from here.
 *
 * Each throws `NotFoundError` for what is not there or not for this viewer (the same answer for both), and
 * `GoneError` for what was withdrawn or erased. Keeper's use cases throw `NotFoundError` for visitors.
 */
export interface SiteUseCases {
  /** Changes whenever anything a visitor could see changes; cached pages are only good for one generation. */
  generation(): string;
  /** Whether anything at all is open: while not, visitors get one page that says so. */
  isOpen(): boolean;
  /** The name in the header of each page. */
  archiveName(): string;

  home(viewer: Viewer): Promise<HomeView>;
  browse(viewer: Viewer, request: BrowseRequest): Promise<Paged<WorkCard>>;
  search(viewer: Viewer, request: SearchRequest): Promise<SearchView>;
  /** Id of one work to read, by chance; `null` when there is none. */
  anyWork(viewer: Viewer): Promise<string | null>;
  story(viewer: Viewer, workId: string): Promise<StoryView>;
  chapter(viewer: Viewer, workId: string, place: number): Promise<ChapterView>;
  asPosted(viewer: Viewer, storyId: string): Promise<AsPostedView>;
  about(viewer: Viewer): Promise<AboutView>;

  keeperHome(viewer: Viewer): Promise<KeeperHomeView>;
  /** Begins a delivery; files follow one by one. */
  beginUpload(viewer: Viewer, name: string): Promise<{ readonly uploadId: string }>;
  /**
   * Takes one file as a stream, at its own pace. `path` is as the browser gave it and not to be trusted.
   * A path given twice is taken twice under a counted name; nothing is overwritten.
   */
  receiveFile(
    viewer: Viewer,
    uploadId: string,
    path: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sizeBytes: number }>;
  /** Ends the delivery and starts to import it. */
  startImport(viewer: Viewer, uploadId: string): Promise<{ readonly jobId: string }>;
  /** Throws away a delivery that was not imported. */
  dropUpload(viewer: Viewer, uploadId: string): Promise<void>;
  importProgress(viewer: Viewer, jobId: string): Promise<ImportProgress>;
  /** The same as it changes, at most four times a second; ends after the last state. */
  watchImport(viewer: Viewer, jobId: string, signal: AbortSignal): AsyncIterable<ImportProgress>;
  /** Ends after the current file; what is done stays done. */
  stopImport(viewer: Viewer, jobId: string): Promise<void>;
  checklist(viewer: Viewer, rescueId: string): Promise<Checklist>;
  /** Throws `UsageError` when `stamp` is not that of the checklist as it is now. */
  openRescue(viewer: Viewer, rescueId: string, stamp: string): Promise<void>;
  closeRescue(viewer: Viewer, rescueId: string): Promise<void>;
  withdrawWork(viewer: Viewer, workId: string): Promise<void>;
  questions(viewer: Viewer): Promise<readonly QuestionGroup[]>;
}

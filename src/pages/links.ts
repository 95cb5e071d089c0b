/** Choices in a list's address; left out means the usual one. */
export interface BrowseLink {
  readonly sort?: string;
  readonly page?: number;
  readonly year?: string;
  readonly missingAPart?: boolean;
}

/** Every address a page can point to: the server and a static copy each bring their own. */
export interface Links {
  home(): string;
  browse(choice?: BrowseLink): string;
  search(text?: string, page?: number): string;
  anyWork(): string;
  story(workId: string): string;
  chapter(workId: string, place: number): string;
  asPosted(storyId: string): string;
  about(): string;
  settings(): string;
  /** A style sheet, script or picture, with its digest in the address. */
  asset(name: string): string;
  /** Addresses of the two fonts that the first view needs. */
  readonly preloadedFonts: readonly string[];
  keeper(): string;
  keeperSignIn(): string;
  deliveries(): string;
  uploads(): string;
  importPage(jobId: string): string;
  importEvents(jobId: string): string;
  stopImport(jobId: string): string;
  rescue(rescueId: string): string;
  openRescue(rescueId: string): string;
  closeRescue(rescueId: string): string;
  withdrawWork(workId: string): string;
  questions(): string;
}

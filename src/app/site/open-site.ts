import { randomInt } from "node:crypto";
import { openOriginals, openSealed } from "../../keep/index.ts";
import {
  countWorks,
  listIssueExamples,
  openCatalogue,
  storePathsOf,
  type Catalogue,
} from "../../store/index.ts";
import { readChecklist } from "../checklist.ts";
import { readConfig } from "../config.ts";
import type { AppContext } from "../context.ts";
import { loadIssueCodes } from "../derive/load-vocabulary.ts";
import { maskWords } from "../mask-words.ts";
import { listQuestions, listRescues } from "../read-status.ts";
import type { KeeperHomeView, QuestionGroup, SiteUseCases } from "../site-use-cases.ts";
import { VERSION } from "../version.ts";
import { closeRescues, openRescues } from "../write/change-rescues.ts";
import { withdrawWork } from "../write/withdraw-work.ts";
import { browseWorks, pickWork, viewHome } from "./browse.ts";
import { openDeliveries } from "./deliveries.ts";
import { createImportJobs, type ImportJobs } from "./import-jobs.ts";
import { readRescueName } from "./rescue-names.ts";
import { searchWorks } from "./search.ts";
import { onlyKeeper, type SiteContext } from "./site-context.ts";
import { viewAsPosted } from "./view-as-posted.ts";
import { viewChapter } from "./view-chapter.ts";
import { viewStory } from "./view-story.ts";

/** An archive as the site asks it, until it is closed. */
export interface OpenSite {
  readonly useCases: SiteUseCases;
  /** Where the settings say to listen. */
  readonly host: string;
  readonly port: number;
  /** Names the site answers to besides this computer's own. */
  readonly hosts: readonly string[];
  /** Stops imports after their current file. */
  close(): Promise<void>;
}

const EXAMPLES = 5;

/** Opens an archive for the site. @throws CatalogueError when it must be rebuilt first. */
export async function openSite(dir: string, context: AppContext): Promise<OpenSite> {
  const config = await readConfig(dir, context.env);
  const live = await keepCatalogueOpen(dir);
  const memory = createMemory(() => live.current().generation());
  const site: SiteContext = {
    ...context,
    dir,
    config,
    issueCodes: await loadIssueCodes(dir),
    originals: await openOriginals(dir),
    catalogue: live.current,
    remember: memory,
  };
  const deliveries = await openDeliveries(dir);
  const jobs = createImportJobs(dir, context);
  const useCases: SiteUseCases = {
    generation: () => `${live.count()}-${live.current().generation()}`,
    isOpen: () => live.current().isAnythingOpen(),
    archiveName: () => config.name,
    home: (viewer) => viewHome(site, viewer),
    browse: (viewer, request) => browseWorks(site, viewer, request),
    search: (viewer, request) => searchWorks(site, viewer, request),
    anyWork: (viewer) => pickWork(site, viewer, randomInt(1 << 30) / (1 << 30)),
    story: (viewer, id) => viewStory(site, viewer, id),
    chapter: (viewer, id, place) => viewChapter(site, viewer, id, place),
    asPosted: (viewer, story) => viewAsPosted(site, viewer, story),
    about: async (viewer) => ({
      archiveName: config.name,
      sentence: config.about,
      about: [],
      contact: config.contact ?? null,
      works: (await viewHome(site, viewer)).works,
      version: VERSION,
    }),
    async keeperHome(viewer) {
      onlyKeeper(viewer);
      return await viewKeeperHome(site, jobs);
    },
    async beginUpload(viewer, name) {
      onlyKeeper(viewer);
      return { uploadId: await deliveries.begin(name) };
    },
    async receiveFile(viewer, upload, path, bytes) {
      onlyKeeper(viewer);
      return { sizeBytes: await deliveries.receive(upload, path, bytes) };
    },
    async startImport(viewer, upload) {
      onlyKeeper(viewer);
      const { folder, name } = deliveries.end(upload);
      return { jobId: jobs.start(name, folder, () => deliveries.drop(upload)) };
    },
    async dropUpload(viewer, upload) {
      onlyKeeper(viewer);
      await deliveries.drop(upload);
    },
    async importProgress(viewer, job) {
      onlyKeeper(viewer);
      return jobs.progress(job);
    },
    watchImport(viewer, job, signal) {
      onlyKeeper(viewer);
      return jobs.watch(job, signal);
    },
    async stopImport(viewer, job) {
      onlyKeeper(viewer);
      jobs.stop(job);
    },
    async checklist(viewer, rescue) {
      onlyKeeper(viewer);
      return await readChecklist(
        live.current().db,
        rescue,
        await readRescueName(site, rescue),
        site.issueCodes,
      );
    },
    async openRescue(viewer, rescue, stamp) {
      onlyKeeper(viewer);
      await openRescues(dir, context, [{ rescue, stamp }]);
    },
    async closeRescue(viewer, rescue) {
      onlyKeeper(viewer);
      await closeRescues(dir, { ...context, rescue });
    },
    async withdrawWork(viewer, work) {
      onlyKeeper(viewer);
      await withdrawWork(dir, work, context);
    },
    async questions(viewer) {
      onlyKeeper(viewer);
      return await viewQuestions(site);
    },
  };
  const close = async (): Promise<void> => {
    await jobs.close();
    await live.close();
  };
  return { useCases, host: config.host, port: config.port, hosts: config.hosts, close };
}

async function viewKeeperHome(site: SiteContext, jobs: ImportJobs): Promise<KeeperHomeView> {
  const catalogue = site.catalogue();
  const rescues = await listRescues({
    catalogue,
    issueCodes: site.issueCodes,
    sealed: await openSealed(site.dir),
  });
  const openWorks = await countWorks(catalogue.db, { visibleOnly: true });
  const takenAt = async (rescue: string): Promise<string> => {
    for (const id of await site.originals.listObjectIds()) {
      if (id.startsWith(`urn:fanlight:${rescue}:`)) return (await site.originals.readObject(id)).takenAt;
    }
    return "";
  };
  return {
    archiveName: site.config.name,
    folder: site.dir,
    rescues: await Promise.all(
      rescues.map(async (rescue) => ({
        ...rescue,
        takenAt: await site.remember(`taken ${rescue.id}`, () => takenAt(rescue.id)),
      })),
    ),
    imports: jobs.list(),
    openWorks,
    closedWorks: (await countWorks(catalogue.db)) - openWorks,
    questions: rescues.reduce((sum, rescue) => sum + rescue.questions, 0),
  };
}

async function viewQuestions(site: SiteContext): Promise<readonly QuestionGroup[]> {
  const catalogue = site.catalogue();
  const groups = await listQuestions(catalogue, site.issueCodes);
  return await Promise.all(
    groups.map(async ({ id, ...group }) => ({
      ...group,
      code: id,
      examples: (await listIssueExamples(catalogue.db, id, EXAMPLES)).map(({ detail, path, story }) => ({
        detail: maskWords(detail),
        path: maskWords(path),
        storyId: story,
      })),
    })),
  );
}

interface LiveCatalogue {
  readonly current: () => Catalogue;
  /** How often another catalogue was swapped in. */
  readonly count: () => number;
  close(): Promise<void>;
}

/** Looks this often whether a rebuild has swapped another catalogue in. */
const LOOK_MS = 1000;

async function keepCatalogueOpen(dir: string): Promise<LiveCatalogue> {
  let catalogue = await openCatalogue(storePathsOf(dir));
  let count = 0;
  const timer = setInterval(() => {
    if (!catalogue.isReplaced()) return;
    const old = catalogue;
    void openCatalogue(storePathsOf(dir)).then(
      async (fresh) => {
        catalogue = fresh;
        count++;
        await old.close();
      },
      // In the middle of a swap: the next look finds it whole.
      () => undefined,
    );
  }, LOOK_MS).unref();
  return {
    current: () => catalogue,
    count: () => count,
    async close() {
      clearInterval(timer);
      await catalogue.close();
    },
  };
}

/** Remembers values until the catalogue changes. */
function createMemory(generation: () => number): SiteContext["remember"] {
  let good = generation();
  const values = new Map<string, Promise<unknown>>();
  return async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const now = generation();
    if (now !== good) values.clear();
    good = now;
    const known = values.get(key) ?? make();
    values.set(key, known);
    known.catch(() => values.delete(key));
    return (await known) as T; // one key names one kind of value
  };
}

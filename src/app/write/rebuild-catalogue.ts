import { countStories, countWorks, removeStore, storePathsOf, swapIn } from "../../store/index.ts";
import type { LongContext } from "../context.ts";
import { catchUp } from "./catch-up.ts";
import { ensureCurrent } from "./ensure-current.ts";
import { openWriting } from "./open-writing.ts";
import { startMeter } from "./progress-meter.ts";

export interface RebuildReport {
  readonly stories: number;
  readonly works: number;
  readonly stopped: boolean;
}

/**
 * Makes the catalogue again from originals, vocabularies and journal, beside the old one, and swaps it in.
 *
 * Until the swap the old one serves on; stopped or killed on the way, nothing has changed.
 */
export async function rebuildCatalogue(dir: string, context: LongContext): Promise<RebuildReport> {
  const fresh = storePathsOf(dir, ".new");
  const archive = await openWriting(dir, context, "fanlight rebuild", ".new");
  try {
    await ensureCurrent(archive);
    const meter = startMeter(context.onProgress);
    for await (const object of archive.originals.listObjects()) meter.total += object.files.length;
    meter.add("kept", meter.total);
    await catchUp(archive, meter, context.stop);
    const report = {
      stories: await countStories(archive.catalogue.db),
      works: await countWorks(archive.catalogue.db),
      stopped: context.stop.aborted,
    };
    await archive.closeStore();
    if (report.stopped) removeStore(fresh);
    else swapIn(dir, ".new");
    return report;
  } finally {
    await archive.close();
  }
}

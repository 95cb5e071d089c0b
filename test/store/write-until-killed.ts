/** Test program: writes stories, their works and their index, fifty a batch, until it is killed. */
import { openCatalogue } from "../../src/store/catalogue/open-catalogue.ts";
import { openCatalogueWriter } from "../../src/store/catalogue/open-catalogue-writer.ts";
import { countStories } from "../../src/store/catalogue/queries/counts.ts";
import { storePathsOf } from "../../src/store/catalogue/store-paths.ts";
import { inventBatch, inventWork } from "./invent-derived.ts";

const paths = storePathsOf(process.argv[2] ?? "");
const writer = await openCatalogueWriter(paths);
const catalogue = await openCatalogue(paths);
const from = await countStories(catalogue.db);
await catalogue.close();

for (let n = from; ; n += 50) {
  await writer.writeDerived(inventBatch(n, 50));
  const works = Array.from({ length: 50 }, (_, i) => inventWork(n + i));
  const { numbers } = await writer.writeWorks({
    works,
    members: works.map(({ id }) => ({ story: id.replace("w", "s"), work: id, place: 1, role: "shown" })),
  });
  await writer.indexWorks(
    numbers.map(({ number }) => ({ number, title: "Lamp", people: "", summary: "", body: "It burned." })),
  );
  if (n === from) process.send?.("writing");
}

import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { asStorageError } from "../../keep/index.ts";
import { NotFoundError } from "../../terms/index.ts";

/** Deliveries from the keeper's page: files that are on their way in, in a folder of their own until they are imported. */
export interface Deliveries {
  begin(name: string): Promise<string>;
  receive(id: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** Gives the folder of a delivery and what its keeper calls it; no more files are taken. */
  end(id: string): { readonly folder: string; readonly name: string };
  drop(id: string): Promise<void>;
}

/** Opens the place for deliveries inside the archive's folder; what an earlier run left there goes. */
export async function openDeliveries(archiveDir: string): Promise<Deliveries> {
  const root = join(archiveDir, "incoming");
  await rm(root, { recursive: true, force: true });
  const open = new Map<string, { readonly name: string; readonly taken: Map<string, number> }>();
  const folderOf = (id: string): string => join(root, id, "files");
  return {
    async begin(name) {
      const id = randomBytes(9).toString("base64url");
      await mkdir(folderOf(id), { recursive: true }).catch((error: unknown) => {
        throw asStorageError(error, "Taking a delivery", archiveDir);
      });
      open.set(id, { name, taken: new Map() });
      return id;
    },
    async receive(id, path, bytes) {
      const delivery = open.get(id);
      if (!delivery) throw new NotFoundError("Nothing is here");
      const target = join(folderOf(id), freePath(tidyPath(path), delivery.taken));
      const temporary = join(root, id, randomBytes(9).toString("base64url"));
      let sizeBytes = 0;
      const count = new Transform({
        transform(chunk: Uint8Array, _encoding, done) {
          sizeBytes += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await mkdir(dirname(target), { recursive: true });
        await pipeline(Readable.from(bytes), count, createWriteStream(temporary));
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw asStorageError(error, "Taking a file", archiveDir);
      }
      return sizeBytes;
    },
    end(id) {
      const delivery = open.get(id);
      if (!delivery) throw new NotFoundError("Nothing is here");
      open.delete(id);
      return { folder: folderOf(id), name: delivery.name };
    },
    async drop(id) {
      // The id is ours or it is not in the map or on the disk: never a path from outside.
      if (!/^[\w-]{12}$/.test(id)) return;
      open.delete(id);
      await rm(join(root, id), { recursive: true, force: true });
    },
  };
}

const MOST_SEGMENT_BYTES = 200;

/** Makes a path from a browser one that stays below its folder and that any file system can hold. */
function tidyPath(path: string): string {
  const segments = path
    .toWellFormed()
    .split(/[/\\]+/)
    .map((segment) => segment.replace(/[\u0000-\u001F\u007F<>:"|?*]/g, "_").replace(/[. ]+$/, ""))
    .filter((segment) => segment !== "")
    .map((segment) => Buffer.from(segment).subarray(0, MOST_SEGMENT_BYTES).toString("utf8"));
  return segments.slice(-32).join("/") || "file";
}

/** A path given twice is taken twice, under a counted name. */
function freePath(path: string, taken: Map<string, number>): string {
  const key = path.toLowerCase();
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  if (count === 1) return path;
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  const counted = dot > 0 ? `${name.slice(0, dot)}~${count}${name.slice(dot)}` : `${name}~${count}`;
  return freePath(join(dirname(path), counted), taken);
}

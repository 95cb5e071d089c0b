import type { Context } from "hono";
import { UsageError, FanlightError } from "../terms/index.ts";
import { nameDelivery } from "./name-delivery.ts";
import { readMultipart, type FormPart } from "./read-multipart.ts";
import { isForged } from "./routes/keeper-gate.tsx";
import { viewerOf, type SiteEnv, type SiteParts } from "./site-parts.ts";

const MAX_FIELD_BYTES = 4096;

/** The form was not sent from the keeper's own pages. */
class ForgedFormError extends FanlightError {
  override readonly name = "ForgedFormError";
  override readonly httpStatus = 403;
}

/**
 * Takes a whole form of files in one request and starts its import.
 *
 * The form's mark and the name stand before the files, so that no file is taken from a forged form.
 * @returns The id of the import.
 */
export async function receiveDelivery(parts: SiteParts, c: Context<SiteEnv>): Promise<string> {
  const { archive } = parts;
  const viewer = viewerOf(c);
  const fields = new Map<string, string>();
  let uploadId: string | undefined;
  const body: AsyncIterable<Uint8Array> = c.req.raw.body ?? new Blob([]).stream();
  try {
    for await (const part of readMultipart(body, c.req.header("content-type"))) {
      if (part.fileName === null) fields.set(part.name, await readField(part));
      // An input nobody used comes as a file without a name.
      if (part.fileName === null || part.fileName === "") continue;
      if (isForged(parts, c.get("session"), c.req.header("sec-fetch-site"), fields.get("form-key"))) {
        throw new ForgedFormError("Cannot take the form: it was not sent from the keeper's page");
      }
      uploadId ??= (await archive.beginUpload(viewer, nameDelivery(parts, fields.get("name") ?? "")))
        .uploadId;
      await archive.receiveFile(viewer, uploadId, part.fileName, part.bytes);
    }
    if (uploadId === undefined)
      throw new UsageError("Choose a folder or files first: there was no file in the form");
    return (await archive.startImport(viewer, uploadId)).jobId;
  } catch (error) {
    if (uploadId !== undefined) await archive.dropUpload(viewer, uploadId);
    throw error;
  }
}

async function readField(part: FormPart): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of part.bytes) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_FIELD_BYTES) throw new UsageError(`Shorten the field "${part.name}": it is too long`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

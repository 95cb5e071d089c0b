import { createHash } from "node:crypto";

// File systems hold 255; the rest is room for `~2` where two names clash.
const MAX_SEGMENT_BYTES = 240;
const MAX_PATH_BYTES = 800;
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
// What Windows forbids in names, control signs, and a percent sign that would read as an escape.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"|?*\\\ufffd]|%(?=[0-9A-Fa-f]{2})/gu;

/**
 * Gives a relative path that Linux, macOS and Windows can all hold, and that stays inside its folder.
 *
 * Unsafe signs become `%` and the hex of their UTF-8 bytes; a segment or path that is too long is cut and ends in a digest of
 * the whole. Ordinary names come back unchanged; different paths give different answers but for letter case.
 */
export function escapePath(path: string): string {
  const escaped = path.toWellFormed().split("/").map(escapeSegment).join("/");
  if (Buffer.byteLength(escaped) <= MAX_PATH_BYTES) return escaped;
  const last = escaped.slice(escaped.lastIndexOf("/") + 1);
  return `~long/${shortDigest(path)}/${last}`;
}

function escapeSegment(segment: string): string {
  if (segment === "") return "%00";
  if (segment === "." || segment === "..") return segment.replaceAll(".", "%2E");
  let safe = segment.replace(UNSAFE, percent);
  if (RESERVED_NAME.test(safe)) safe = percent(safe.slice(0, 1)) + safe.slice(1);
  const last = safe.at(-1);
  if (last === "." || last === " ") safe = safe.slice(0, -1) + percent(last);
  return Buffer.byteLength(safe) <= MAX_SEGMENT_BYTES ? safe : shorten(safe, segment);
}

function percent(sign: string): string {
  let out = "";
  for (const byte of Buffer.from(sign, "utf8")) out += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return out;
}

// Keeps the extension, as people and programs look at it.
function shorten(safe: string, whole: string): string {
  const extension = /\.[A-Za-z0-9]{1,12}$/.exec(safe)?.[0] ?? "";
  const tail = `~${shortDigest(whole)}${extension}`;
  let head = "";
  let bytes = Buffer.byteLength(tail);
  for (const sign of safe) {
    bytes += Buffer.byteLength(sign);
    if (bytes > MAX_SEGMENT_BYTES - 40) break;
    head += sign;
  }
  return head + tail;
}

function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

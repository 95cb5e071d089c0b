import type { ByteSample } from "../terms/index.ts";
import { looksLikeWordStar } from "./looks-like-word-star.ts";
import { measureText } from "./measure-text.ts";
import { COMPOUND_MARK, SIGNATURES } from "./signatures.ts";

/** Tags that open a page, however a saver's comment or a byte order mark stands before them. */
const PAGE_START =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|frameset)\b/i;
const XML_START = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\s/;
const XHTML = /<html\b/i;

const COMPOUND_BY_EXTENSION: Readonly<Record<string, string>> = {
  doc: "Word document",
  dot: "Word document",
  wps: "Works document",
  xls: "Excel sheet",
  ppt: "PowerPoint document",
  msg: "Outlook message",
  db: "thumbnail store",
};

const ZIP_BY_EXTENSION: Readonly<Record<string, string>> = {
  docx: "Word document",
  odt: "OpenDocument text",
  epub: "EPUB book",
};

/**
 * Finds the name of a kind of file that is no plain text; `undefined` when it looks like plain text.
 *
 * Shape: a noun that takes a plural s, for the sentence "kept but not read: 3 WordStar files". Never empty: bytes that nobody
 * knows are an `unknown binary file`.
 */
export function findKind(sample: ByteSample): string | undefined {
  const { isText } = measureText(sample.head);
  const start = Buffer.from(sample.head.subarray(0, 4096)).toString("latin1");
  const extension = /\.([a-z0-9]{1,5})$/i.exec(sample.name)?.[1]?.toLowerCase() ?? "";
  if (start.startsWith(COMPOUND_MARK)) return COMPOUND_BY_EXTENSION[extension] ?? "Word or Office document";
  const signature = SIGNATURES.find(
    ({ mark, at, weak }) => start.startsWith(mark, at) && !(weak === true && isText),
  );
  if (signature?.kind === "zip archive") return ZIP_BY_EXTENSION[extension] ?? signature.kind;
  if (signature !== undefined) return signature.kind;
  if (PAGE_START.test(start)) return "HTML page";
  if (XML_START.test(start)) return XHTML.test(start) ? "HTML page" : "XML document";
  if (looksLikeWordStar(sample.head)) return "WordStar file";
  return isText ? undefined : "unknown binary file";
}

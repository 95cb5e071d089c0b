/** What the first bytes of a kind of file look like. */
export interface Signature {
  /** A noun that takes a plural s: `PDF document`. */
  readonly kind: string;
  /** Where the mark stands, in bytes from the start. */
  readonly at: number;
  /** The mark, one character a byte. */
  readonly mark: string;
  /** So short or so ordinary that a story could begin with it: counts only in bytes that are no text. */
  readonly weak?: true;
}

/**
 * The kinds of file that turn up among rescued stories and are no plain text; the first that fits names the file.
 *
 * Marks after PRONOM and the `file` program's published descriptions of formats.
 */
export const SIGNATURES: readonly Signature[] = [
  // Documents.
  { kind: "PDF document", at: 0, mark: "%PDF-" },
  { kind: "RTF document", at: 0, mark: "{\\rtf" },
  { kind: "PostScript document", at: 0, mark: "%!PS" },
  { kind: "WordPerfect document", at: 0, mark: "\xffWPC" },
  { kind: "Word for DOS document", at: 0, mark: "\x31\xbe\x00\x00" },
  { kind: "Windows Write document", at: 0, mark: "\x32\xbe\x00\x00" },
  { kind: "Word 2 document", at: 0, mark: "\xdb\xa5\x2d\x00" },
  { kind: "Word for Mac document", at: 0, mark: "\xfe\x37\x00" },
  { kind: "Ami Pro document", at: 0, mark: "[ver]" },
  { kind: "BinHex file", at: 0, mark: "(This file must be converted with BinHex" },
  { kind: "EPUB book", at: 30, mark: "mimetypeapplication/epub+zip" },
  { kind: "OpenDocument text", at: 30, mark: "mimetypeapplication/vnd.oasis.opendocument.text" },
  { kind: "OpenOffice document", at: 30, mark: "mimetypeapplication/vnd.sun.xml" },
  { kind: "Mobipocket book", at: 60, mark: "BOOKMOBI" },
  { kind: "Palm document", at: 60, mark: "TEXtREAd" },
  { kind: "Palm database", at: 60, mark: "DataPPrs" },
  { kind: "Microsoft Reader book", at: 0, mark: "ITOLITLS" },
  { kind: "Rocket eBook", at: 0, mark: "\xb0\x0c\xb0\x0c" },
  { kind: "compiled help file", at: 0, mark: "ITSF" },
  { kind: "Windows help file", at: 0, mark: "\x3f\x5f\x03\x00" },
  // Packed files.
  { kind: "zip archive", at: 0, mark: "PK\x03\x04" },
  { kind: "zip archive", at: 0, mark: "PK\x05\x06" },
  { kind: "gzip file", at: 0, mark: "\x1f\x8b" },
  { kind: "compress file", at: 0, mark: "\x1f\x9d" },
  { kind: "bzip2 file", at: 0, mark: "BZh", weak: true },
  { kind: "xz file", at: 0, mark: "\xfd7zXZ\x00" },
  { kind: "Zstandard file", at: 0, mark: "\x28\xb5\x2f\xfd" },
  { kind: "7z archive", at: 0, mark: "7z\xbc\xaf\x27\x1c" },
  { kind: "RAR archive", at: 0, mark: "Rar!\x1a\x07" },
  { kind: "ARJ archive", at: 0, mark: "\x60\xea", weak: true },
  { kind: "LHA archive", at: 2, mark: "-lh", weak: true },
  { kind: "ZOO archive", at: 20, mark: "\xdc\xa7\xc4\xfd" },
  { kind: "StuffIt archive", at: 0, mark: "StuffIt (c)1997", weak: true },
  { kind: "StuffIt archive", at: 0, mark: "SIT!", weak: true },
  { kind: "cabinet archive", at: 0, mark: "MSCF\x00\x00\x00\x00" },
  { kind: "tar archive", at: 257, mark: "ustar" },
  { kind: "WARC file", at: 0, mark: "WARC/1." },
  { kind: "ARC file", at: 0, mark: "filedesc://" },
  // Data.
  { kind: "SQLite database", at: 0, mark: "SQLite format 3\x00" },
  { kind: "Access database", at: 4, mark: "Standard Jet DB" },
  { kind: "Access database", at: 4, mark: "Standard ACE DB" },
  { kind: "Outlook mailbox", at: 0, mark: "!BDN" },
  { kind: "Outlook Express mailbox", at: 0, mark: "\xcf\xad\x12\xfe" },
  { kind: "Windows shortcut", at: 0, mark: "\x4c\x00\x00\x00\x01\x14\x02" },
  { kind: "Mac folder note", at: 0, mark: "\x00\x00\x00\x01Bud1" },
  { kind: "AppleDouble file", at: 0, mark: "\x00\x05\x16\x07" },
  { kind: "AppleSingle file", at: 0, mark: "\x00\x05\x16\x00" },
  // Pictures.
  { kind: "JPEG image", at: 0, mark: "\xff\xd8\xff" },
  { kind: "PNG image", at: 0, mark: "\x89PNG\r\n\x1a\n" },
  { kind: "GIF image", at: 0, mark: "GIF87a", weak: true },
  { kind: "GIF image", at: 0, mark: "GIF89a", weak: true },
  { kind: "WebP image", at: 8, mark: "WEBPVP8" },
  { kind: "TIFF image", at: 0, mark: "II*\x00" },
  { kind: "TIFF image", at: 0, mark: "MM\x00*" },
  { kind: "BMP image", at: 0, mark: "BM", weak: true },
  { kind: "Windows icon", at: 0, mark: "\x00\x00\x01\x00" },
  { kind: "Photoshop image", at: 0, mark: "8BPS", weak: true },
  { kind: "PCX image", at: 0, mark: "\x0a\x05\x01", weak: true },
  // Sound and film.
  { kind: "MP3 file", at: 0, mark: "ID3", weak: true },
  { kind: "MP3 file", at: 0, mark: "\xff\xfb", weak: true },
  { kind: "Ogg file", at: 0, mark: "OggS\x00" },
  { kind: "FLAC file", at: 0, mark: "fLaC\x00" },
  { kind: "WAVE file", at: 8, mark: "WAVEfmt " },
  { kind: "MIDI file", at: 0, mark: "MThd\x00" },
  { kind: "AVI film", at: 8, mark: "AVI LIST" },
  { kind: "MPEG film", at: 0, mark: "\x00\x00\x01\xba" },
  { kind: "MP4 film", at: 4, mark: "ftyp" },
  { kind: "RealMedia file", at: 0, mark: ".RMF\x00" },
  { kind: "Flash film", at: 0, mark: "FWS", weak: true },
  { kind: "Flash film", at: 0, mark: "CWS", weak: true },
  // Programs.
  { kind: "Windows program", at: 0, mark: "MZ", weak: true },
  { kind: "program", at: 0, mark: "\x7fELF" },
  { kind: "Java class", at: 0, mark: "\xca\xfe\xba\xbe" },
];

/** Compound files (OLE2) of Microsoft: only the name tells Word from Excel cheaply. */
export const COMPOUND_MARK = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

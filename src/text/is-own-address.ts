/** Tells whether an address leads nowhere but into the site itself: relative, without scheme and without host. */
export function isOwnAddress(address: unknown): boolean {
  if (typeof address !== "string" || address === "") return false;
  // No address needs them unescaped, and they confuse whoever reads the page with less than a parser.
  if (/[<>"'`]/.test(address)) return false;
  // Browsers drop these before they read an address, and take a backslash for a slash.
  const read = address.replaceAll(/[\u0000-\u0020]/g, "").replaceAll("\\", "/");
  return read !== "" && !read.startsWith("//") && !/^[^/?#]*:/.test(read);
}

/** Gives a label in the form the vocabulary has it: lower case, straight quotes, single spaces, no decoration around it. */
export function foldLabel(written: string): string {
  return written
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/\s*\/\s*/g, "/")
    .replace(/^[\s*_~#>•\-–—[({<"'.]+|[\s*_~#:;.!?\])}>"'\-–—=]+$/g, "");
}

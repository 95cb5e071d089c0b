export { findCharset } from "./find-charset.ts";
export { identify, type Identified } from "./identify.ts";
export { makeTextLayer, type LayerMade } from "./make-text-layer.ts";
export { nameKind } from "./name-kind.ts";
export { READERS } from "./readers.ts";
export { textReader } from "./text-reader.ts";

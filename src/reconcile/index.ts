export { anchorIdOf } from "./anchor-id.ts";
export { groupStories } from "./group-stories.ts";
export { partKeyOf } from "./part-key.ts";
export { readPartNumber, type PartNumber } from "./part-number.ts";
export { sameTextKeyOf } from "./same-text.ts";
export { shortIdOf } from "./short-id.ts";

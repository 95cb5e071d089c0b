export { makeWorkRecord, type WitnessClaims } from "./work-record.ts";
export { holdOf, strictestRights, type AgeDoubt } from "./rights.ts";
export { isPublic, meetWork, type Viewer, type WorkState } from "./visibility.ts";

import type { Hold } from "../terms/index.ts";

/** Who is looking. A keeper has shown the keeper's token; everybody else is a visitor, loopback or not. */
export type Viewer = { readonly kind: "visitor" } | { readonly kind: "keeper" };

/** Everything that decides whether a work may be seen. */
export interface WorkState {
  /** A person opened at least one rescue that holds a witness of it. */
  readonly opened: boolean;
  /** Why it is kept back although its rescue is open: the strictest reason of all its witnesses. */
  readonly hold: Hold | null;
  readonly withdrawn: boolean;
}

/**
 * Says how a viewer meets a work: `shown`, `absent` (as if it never was here) or `gone` (410, no name, no reason).
 *
 * The one predicate: pages, search, feeds, dumps and counts all ask here. Closed until opened; the strictest wins;
 * a withdrawn work is gone for the keeper's public pages too, so that nobody links to it by mistake.
 */
export function meetWork(viewer: Viewer, work: WorkState): "shown" | "absent" | "gone" {
  if (work.withdrawn) return "gone";
  if (viewer.kind === "keeper") return "shown";
  return work.opened && work.hold === null ? "shown" : "absent";
}

/** Whether a visitor may see a work: what the catalogue stores beside it, so that lists and counts stay quick. */
export function isPublic(work: WorkState): boolean {
  return meetWork({ kind: "visitor" }, work) === "shown";
}

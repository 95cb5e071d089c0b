import { fileURLToPath } from "node:url";

/** The invented pile that comes with Fanlight. */
export const SAMPLE_PILE: string = fileURLToPath(new URL("../../samples/pile/", import.meta.url));

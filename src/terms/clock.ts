/** Tells the instant, ISO 8601 UTC with milliseconds. Enters only at the edge: the middle is pure. */
export type Clock = () => string;

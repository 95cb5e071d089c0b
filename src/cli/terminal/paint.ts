import type { CliIo } from "../io.ts";

const CODES = {
  bold: "1",
  dim: "2",
  red: "31",
  green: "32",
  yellow: "33",
  blue: "34",
  magenta: "35",
  cyan: "36",
} as const;

export type Colour = keyof typeof CODES;

/** Gives a function that colours words on a terminal and leaves them alone anywhere else (`NO_COLOR`, `--no-color`, pipes). */
export function makePaint(
  io: CliIo,
  toTerminal: boolean,
  wanted: boolean,
): (colour: Colour, text: string) => string {
  const on = wanted && toTerminal && !io.env["NO_COLOR"] && io.env["TERM"] !== "dumb";
  return (colour, text) => (on ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text);
}

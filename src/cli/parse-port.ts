import { InvalidArgumentError } from "commander";

/** Reads the value of `--port`. @throws InvalidArgumentError when it is no port. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535; 0 takes a free one.");
}

import * as terms from "../../terms/index.ts";
import { FanlightError } from "../../terms/index.ts";
import type { WRITER_METHODS } from "./catalogue-writer.ts";

export type WriterMethod = (typeof WRITER_METHODS)[number];

/** One call of a method, on its way to the worker. */
export interface WriterCall {
  readonly id: number;
  readonly method: WriterMethod;
  readonly args: readonly unknown[];
}

/** An error as it crosses threads, where classes are lost. */
export interface ErrorNote {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** The answer to a call; id 0 says that the writer is open, or could not be opened. */
export type WriterAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorNote };

/** What of an error crosses threads. */
export function noteError(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: "" };
  return { name: error.name, message: error.message, stack: error.stack ?? "" };
}

/** The error again, with the class it had when it is one of ours. */
export function errorOfNote(note: ErrorNote): Error {
  const found: unknown = Object.entries(terms).find(([name]) => name === note.name)?.[1];
  const error = isErrorClass(found) ? new found(note.message) : new Error(`${note.name}: ${note.message}`);
  error.stack = note.stack;
  return error;
}

function isErrorClass(value: unknown): value is typeof FanlightError {
  return typeof value === "function" && (value === FanlightError || value.prototype instanceof FanlightError);
}

import type { Clock } from "../terms/index.ts";

/** Everything a command may touch of the world outside, handed in so that tests run commands in-process. */
export interface CliIo {
  /** Data: what another program may read. */
  readonly out: (text: string) => void;
  /** Talk, progress, questions, errors. */
  readonly err: (text: string) => void;
  /** Asks a person and gives the line typed; only called when `interactive`. */
  readonly ask: (question: string) => Promise<string>;
  readonly interactive: boolean;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingDir: string;
  readonly now: Clock;
  /** Aborted by the first Ctrl-C: end after the current file. */
  readonly interrupted: AbortSignal;
  /** Opens an address in the person's browser; does nothing where there is no desktop. */
  readonly openInBrowser: (url: string) => void;
}

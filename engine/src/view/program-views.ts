/** What every view of the program is given and can be asked for. */
import type { Program } from "../schema/program.ts";

export interface ProgramShown {
  readonly program: Program;
  /** The statement that runs at the shown moment. */
  readonly running: string | null;
  /** The statement at which the run came to grief, or that a message points at. */
  readonly stopped: string | null;
  /** The program can be read and run but not changed. */
  readonly locked: boolean;
}

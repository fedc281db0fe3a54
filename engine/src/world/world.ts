/** What the language needs of a world. One object is one run: it changes as the program acts. */
import type { Fault, WorldEvent, WorldState } from "../schema/trace.ts";

export interface World {
  /** Names of calls and of sensors that programs may use here. */
  readonly actions: readonly string[];
  readonly sensors: readonly string[];
  /** Back to how it was at first. */
  reset(): void;
  /** Does an action; false when it went wrong, which ends the run. */
  act(action: string): boolean;
  sense(sensor: string): boolean;
  /** What the last `act` did; a `Fault` exactly when it was false. */
  event(): WorldEvent | Fault;
  /** The world as it is now, safe to keep. */
  snapshot(): WorldState;
}

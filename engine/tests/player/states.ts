/** States of the player for tests. */
import { FIRST_PREFERENCES } from "../../src/player/preferences.ts";
import { type PlayerState, initialState } from "../../src/player/state.ts";
import type { LevelFile, Shorthand } from "../../src/schema/level.generated.ts";
import { loadLevel } from "../../src/schema/level.ts";
import type { SavedLevel } from "../../src/schema/player-data.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import { STREET } from "../samples.ts";

/** A level as it is opened for the first time, or with what was saved. */
export function opened(changes: Partial<LevelFile> = {}, saved: SavedLevel | null = null): PlayerState {
  return initialState(loadLevel("street", { ...STREET, ...changes }), saved, FIRST_PREFERENCES);
}

export function withProgram(state: PlayerState, program: Shorthand): PlayerState {
  return { ...state, program: parseProgram(program) };
}

export const SOLUTION: Shorthand = [{ repeat: 3, do: ["move"] }, "light", "move"];

/** The transition again and again, as long as it changes something. */
export function untilStill(state: PlayerState, transition: (state: PlayerState) => PlayerState): PlayerState {
  for (let next = transition(state); next !== state; next = transition(state)) state = next;
  return state;
}

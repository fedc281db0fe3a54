/** What the learner chose to see and hear. */
import type { Preferences, Speed, ViewName } from "../schema/player-data.ts";
import type { WorldEvent } from "../schema/trace.ts";
import type { PlayerState } from "./state.ts";

export const FIRST_PREFERENCES: Preferences = { view: "strip", speed: "normal", sound: false };

export function showView(state: PlayerState, view: ViewName | "python"): PlayerState {
  if (view === "python") return { ...state, show: { ...state.show, python: true } };
  return prefer({ ...state, show: { ...state.show, python: false } }, { view });
}

export function showTab(state: PlayerState, tab: "world" | "program"): PlayerState {
  return { ...state, show: { ...state.show, tab } };
}

export function setSpeed(state: PlayerState, speed: Speed): PlayerState {
  return prefer(state, { speed });
}

export function toggleSound(state: PlayerState): PlayerState {
  return prefer(state, { sound: !state.preferences.sound });
}

function prefer(state: PlayerState, change: Partial<Preferences>): PlayerState {
  return { ...state, preferences: { ...state.preferences, ...change } };
}

const BEAT_MS: Readonly<Record<Speed, number>> = { slow: 1100, normal: 560, fast: 190 };

/** How long a step is shown, as a part of a beat: a loop's bookkeeping passes quickly. */
const LENGTH: Readonly<Record<WorldEvent["kind"], number>> = {
  moved: 1,
  turned: 0.8,
  lit: 1.3,
  bumped: 1.3,
  misplaced: 1.3,
  repeated: 0.5,
  asked: 0.8,
};

/** Milliseconds from one step to the next. */
export function beatOf(speed: Speed, event: WorldEvent | null): number {
  return BEAT_MS[speed] * (event ? LENGTH[event.kind] : 0.6);
}

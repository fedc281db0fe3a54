/** What the world shows at one moment of a run: worked out from the trace, so that going back costs nothing. */
import type { Grid } from "../../schema/grid.ts";
import { sameCell } from "../../schema/level.ts";
import type { Cell, Trace, WorldEvent, WorldState } from "../../schema/trace.ts";

export type Pose = "stand" | "walk" | "turn" | "light" | "bump" | "think" | "cheer";

export interface Moment {
  readonly state: WorldState;
  /** What led here; null before the first step. */
  readonly event: WorldEvent | null;
  readonly pose: Pose;
  /** The cells walked through so far, the start first. */
  readonly trail: readonly Cell[];
  /** Where it went wrong. */
  readonly fault: Cell | null;
}

/** Before a run. */
export function atRest(grid: Grid): Moment {
  const state = { at: grid.start, facing: grid.facing, lit: new Set<string>() };
  return { state, event: null, pose: "stand", trail: [grid.start], fault: null };
}

/** @param position steps done: 0 is before the first, `trace.steps.length` the end */
export function momentOf(trace: Trace, position: number, won: boolean): Moment {
  const done = trace.steps.slice(0, position);
  const step = done.at(-1);
  const atEnd = position === trace.steps.length;
  const event = step?.event ?? null;
  return {
    state: step?.state ?? trace.start,
    event,
    pose: atEnd && won ? "cheer" : poseOf(event),
    trail: trailOf(
      trace.start.at,
      done.map(({ state }) => state.at),
    ),
    fault: event?.kind === "bumped" || event?.kind === "misplaced" ? event.at : null,
  };
}

function trailOf(start: Cell, cells: readonly Cell[]): Cell[] {
  const trail = [start];
  for (const cell of cells) {
    if (!sameCell(cell, trail[trail.length - 1] as Cell)) trail.push(cell);
  }
  return trail;
}

function poseOf(event: WorldEvent | null): Pose {
  switch (event?.kind) {
    case "moved":
      return "walk";
    case "turned":
      return "turn";
    case "lit":
      return "light";
    case "bumped":
      return "bump";
    case "misplaced":
    case "asked":
      return "think";
    default:
      return "stand";
  }
}

/** How runs end, each way once: the search meets few of them, millions of times. */
import type { RunFacts, Loop, Stop } from "../../src/goals/facts.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Grid } from "../../src/schema/grid.ts";
import type { Cell, Fault } from "../../src/schema/trace.ts";
import type { Direction, Obstacle } from "../../src/schema/world.ts";
import { tileAt } from "../../src/schema/grid.ts";
import { cellBeside } from "../../src/world/grid-world.ts";

/** The world on one map between two statements, and what goals ask about the way there. */
export interface MapState {
  readonly position: number;
  readonly heading: number;
  readonly lit: number;
  /** Bits of the lanterns Ora stood on, in the grid's order, and GOAL_SEEN. */
  readonly seen: number;
  /** Statements executed so far. */
  readonly executed: number;
}

export const GOAL_SEEN = 1 << 30;

/** Why a run stopped before its end, with the kinds of the loops around (bit set). */
export type StopKind = "none" | "fault" | "endless";
export const IN_REPEAT = 1;
export const IN_UNTIL = 2;

const DIRECTIONS: readonly Direction[] = ["north", "east", "south", "west"];

/** Numbers the ends of runs and keeps their facts for the choice of feedback. */
export class Ends {
  private readonly level: Level;
  private readonly ids = new Map<string, number>();
  private readonly facts: RunFacts[] = [];

  constructor(level: Level) {
    this.level = level;
  }

  idOf(variant: number, state: MapState, stop: StopKind, action: string, loops: number): number {
    const { position, heading, lit, seen } = state;
    const key = `${variant},${position},${heading},${lit},${seen},${stop},${action},${loops}`;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.facts.push(this.factsOf(variant, state, stop, action, loops)) - 1;
      this.ids.set(key, id);
    }
    return id;
  }

  runFacts(id: number): RunFacts {
    return this.facts[id] as RunFacts;
  }

  private factsOf(variant: number, state: MapState, stop: StopKind, action: string, loops: number): RunFacts {
    const grid = this.level.grids[variant] as Grid;
    const at = cellAt(grid, state.position);
    const facing = DIRECTIONS[state.heading] as Direction;
    const dark = grid.lanterns.filter((_, i) => !(state.lit & (1 << i)));
    const atGoal = grid.goal !== null && grid.goal.row === at.row && grid.goal.column === at.column;
    return {
      variant,
      at,
      facing,
      stop: stop === "none" ? null : stopOf(stop === "fault" ? faultOf(grid, at, facing, action) : null, loops),
      dark,
      passedDark: grid.lanterns.filter((_, i) => !(state.lit & (1 << i)) && state.seen & (1 << i)),
      lit: grid.lanterns.length - dark.length,
      atGoal,
      passedGoal: !atGoal && (state.seen & GOAL_SEEN) !== 0,
    };
  }
}

function cellAt(grid: Grid, position: number): Cell {
  return { row: Math.floor(position / grid.columns), column: position % grid.columns };
}

/** Node ids are not told: messages are chosen without them. */
function stopOf(fault: Fault | null, loops: number): Stop {
  const around: Loop[] = [];
  if (loops & IN_REPEAT) around.push({ kind: "repeat", node: "", round: 1 });
  if (loops & IN_UNTIL) around.push({ kind: "until", node: "", round: 1 });
  return { node: "", fault, loops: around };
}

function faultOf(grid: Grid, at: Cell, facing: Direction, action: string): Fault {
  if (action === "move") {
    const ahead = cellBeside(at, facing);
    return { kind: "bumped", at: ahead, obstacle: tileAt(grid, ahead) as Obstacle };
  }
  const reason = tileAt(grid, at) === "lantern" ? "already_lit" : "no_lantern";
  return { kind: "misplaced", action, at, reason };
}

/** Runs a program to its end and records all of it, for views to play and goals to judge. */
import type { Level } from "../schema/level.ts";
import type { Condition, Program } from "../schema/program.ts";
import type { Fault, Outcome, Round, Step, Trace, WorldEvent } from "../schema/trace.ts";
import { GridWorld } from "../world/grid-world.ts";
import type { World } from "../world/world.ts";
import { interpret, type Ending, type Execution, type Frame } from "./interpreter.ts";

/** @param variant which of the level's maps: 0 is the shown one */
export function run(level: Level, program: Program, variant = 0): Trace {
  const grid = level.grids[variant];
  if (!grid) throw new RangeError(`${level.slug} has no map ${variant}`);
  return record(program, new GridWorld(grid), level.limits.steps);
}

/** The traces of one program on every map of a level. */
export function runAll(level: Level, program: Program): Trace[] {
  return level.grids.map((_, variant) => run(level, program, variant));
}

export function record(program: Program, world: World, limit: number): Trace {
  const start = world.snapshot();
  const steps: Step[] = [];
  const running = interpret(program, world, limit);
  let next = running.next();
  for (; !next.done; next = running.next()) {
    steps.push(stepOf(next.value, world));
  }
  const outcome = outcomeOf(next.value, world);
  return Object.freeze({ start, steps: Object.freeze(steps), outcome, statements: steps.length });
}

function stepOf(now: Execution, world: World): Step {
  const event = eventOf(now, world);
  return Object.freeze({ node: now.statement.id, event, state: world.snapshot(), rounds: roundsOf(now.frame) });
}

function eventOf({ statement, round, answer }: Execution, world: World): WorldEvent {
  if (statement.kind === "call") return world.event();
  if (statement.kind === "repeat") return { kind: "repeated", round, of: statement.times as number };
  const { sensor, not } = statement.condition as Condition & { sensor: string };
  return not ? { kind: "asked", sensor, not, answer } : { kind: "asked", sensor, answer };
}

function roundsOf(frame: Frame): Round[] {
  const rounds: Round[] = [];
  for (let around: Frame | null = frame; around; around = around.parent) {
    if (around.loop) rounds.unshift({ node: around.loop.id, round: around.round });
  }
  return rounds;
}

function outcomeOf(ending: Ending, world: World): Outcome {
  if (ending.kind === "completed") return ending;
  const node = ending.statement.id;
  if (ending.kind === "step_limit") return { kind: "step_limit", node };
  return { kind: "crashed", node, event: world.event() as Fault };
}

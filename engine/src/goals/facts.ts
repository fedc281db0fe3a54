/**
 * All that feedback may depend on. Messages are chosen from facts alone, so the prover, which has no traces for the
 * millions of programs it tries, chooses exactly what a learner is told.
 */
import { blockOf, countBlocks, walk } from "../schema/edit.ts";
import { cellKey, type Grid } from "../schema/grid.ts";
import type { Block, Goal, Result } from "../schema/level.generated.ts";
import { sameCell, type Level } from "../schema/level.ts";
import type { Program, Statement } from "../schema/program.ts";
import type { Cell, Fault, Round, Trace } from "../schema/trace.ts";
import type { Direction } from "../schema/world.ts";
import type { StructureFault } from "./structure.ts";

export interface Facts {
  readonly result: Result;
  readonly blocks: number;
  readonly uses: ReadonlySet<Block>;
  /** Null exactly when the result is `structure`. */
  readonly run: RunFacts | null;
  readonly structure: StructureFault | null;
}

/** How the run ended that decided the result: the first that failed, or that on the shown map when all went well. */
export interface RunFacts {
  /** Which map: 0 is the shown one. */
  readonly variant: number;
  readonly at: Cell;
  readonly facing: Direction;
  /** Where and why the run was stopped; null when the program ran to its end. */
  readonly stop: Stop | null;
  /** Lanterns not lit at the end, in reading order. */
  readonly dark: readonly Cell[];
  /** Those of the dark that Ora stood on. */
  readonly passedDark: readonly Cell[];
  readonly lit: number;
  readonly atGoal: boolean;
  /** Ora stood on the goal and went on. */
  readonly passedGoal: boolean;
}

export interface Stop {
  readonly node: string;
  /** What went wrong there; null when the run was stopped as endless. */
  readonly fault: Fault | null;
  /** Loops around the statement, outermost first; a loop stopped as endless is among its own. */
  readonly loops: readonly Loop[];
}

export interface Loop extends Round {
  readonly kind: "repeat" | "until";
}

function blocksUsed(program: Program): ReadonlySet<Block> {
  return new Set([...walk(program.body)].map(blockOf));
}

export function structureFacts(program: Program, structure: StructureFault): Facts {
  return { result: "structure", blocks: countBlocks(program), uses: blocksUsed(program), run: null, structure };
}

/** Facts of a run on one map of the level. */
export function runFacts(level: Level, program: Program, trace: Trace, variant: number): Facts {
  const grid = level.grids[variant] as Grid;
  const end = trace.steps.at(-1)?.state ?? trace.start;
  const dark = grid.lanterns.filter((lantern) => !end.lit.has(cellKey(lantern)));
  const stoodOn = new Set(trace.steps.map((step) => cellKey(step.state.at)));
  const atGoal = grid.goal !== null && sameCell(end.at, grid.goal);
  const run: RunFacts = {
    variant,
    at: end.at,
    facing: end.facing,
    stop: stopOf(program, trace),
    dark,
    passedDark: dark.filter((lantern) => stoodOn.has(cellKey(lantern))),
    lit: grid.lanterns.length - dark.length,
    atGoal,
    passedGoal: grid.goal !== null && !atGoal && stoodOn.has(cellKey(grid.goal)),
  };
  const uses = blocksUsed(program);
  return { result: resultOf(level, run, uses), blocks: countBlocks(program), uses, run, structure: null };
}

export function resultOf(level: Level, run: RunFacts, uses: ReadonlySet<Block>): Result {
  if (run.stop) return !run.stop.fault ? "endless" : run.stop.fault.kind === "bumped" ? "crash" : "misplaced";
  return unmetGoal(level, run, uses) ? "goal_unmet" : "won";
}

/** The first goal of the level that is not met. Which blocks to use counts last: a program must work first. */
export function unmetGoal(level: Level, run: RunFacts, uses: ReadonlySet<Block>): Goal | null {
  const unmet = level.goals.filter((goal) => !isMet(goal, run, uses));
  return unmet.find((goal) => !("use" in goal)) ?? unmet[0] ?? null;
}

export function isMet(goal: Goal, run: RunFacts, uses: ReadonlySet<Block>): boolean {
  if ("reach" in goal) return run.atGoal;
  if ("use" in goal) return uses.has(goal.use);
  return goal.light === "all" ? run.dark.length === 0 : run.lit > 0;
}

function stopOf(program: Program, { outcome, steps }: Trace): Stop | null {
  if (outcome.kind === "completed") return null;
  const fault = outcome.kind === "crashed" ? outcome.event : null;
  const rounds = steps.at(-1)?.rounds ?? [];
  const around = pathTo(program.body, outcome.node) ?? [];
  const loops = around.flatMap((statement): Loop[] => {
    if (statement.kind !== "repeat" && statement.kind !== "until") return [];
    const round = rounds.find((r) => r.node === statement.id)?.round ?? 0;
    return [{ kind: statement.kind, node: statement.id, round }];
  });
  return { node: outcome.node, fault, loops };
}

/** The statements around the one with this id, outermost first, and itself at the end. */
function pathTo(body: readonly Statement[], id: string): Statement[] | null {
  for (const statement of body) {
    if (statement.id === id) return [statement];
    if (statement.kind === "call") continue;
    const below = pathTo(statement.body, id) ?? (statement.kind === "if" ? pathTo(statement.otherwise ?? [], id) : null);
    if (below) return [statement, ...below];
  }
  return null;
}

/** A level file, read: maps as grids, programs as IR, what was left out filled in. */
import { parseGrid, type Grid } from "./grid.ts";
import type { AuthorCell, Block, Goal, LevelFile, MapRows, Question } from "./level.generated.ts";
import type { Condition, Program } from "./program.ts";
import { parseCondition, parseProgram } from "./shorthand.ts";
import type { Cell } from "./trace.ts";

export interface Level {
  readonly slug: string;
  readonly kind: LevelFile["kind"];
  /** The shown map first, then the others that the same program must solve. */
  readonly grids: readonly [Grid, ...Grid[]];
  readonly toolbox: readonly Block[];
  /** What until, if and if_else can ask. Empty when the toolbox has none of them. */
  readonly conditions: readonly Condition[];
  /** Numbers that repeat offers, both included. */
  readonly numbers: { readonly from: number; readonly to: number };
  readonly start: Program;
  readonly goals: readonly Goal[];
  readonly limits: LevelFile["limits"];
  /** Programs that win, the reference first. */
  readonly solutions: readonly [Program, ...Program[]];
  readonly file: LevelFile;
}

/** @throws Error when a map cannot be played; the prover tells authors file and line before it comes to that. */
export function loadLevel(slug: string, file: LevelFile): Level {
  const { map, facing } = file.world;
  const others = (file.variants ?? []).map((variant) => parseGrid(variant.map, variant.facing ?? facing));
  const [reference, ...solutions] = file.solutions.map((solution) => parseProgram(solution.program));
  if (!reference) throw new Error(`${slug}: no solution`);
  return {
    slug,
    kind: file.kind,
    grids: [parseGrid(map, facing), ...others],
    toolbox: file.toolbox,
    conditions: (file.sensors ?? []).map((question: Question) => parseCondition(question)),
    numbers: file.numbers ?? { from: 2, to: 9 },
    start: parseProgram(file.start?.program ?? []),
    goals: file.goals,
    limits: file.limits,
    solutions: [reference, ...solutions],
    file,
  };
}

/** A create level on the learner's own map. @throws Error when the map cannot be played: see `mapFault`. */
export function withMap(level: Level, map: MapRows): Level {
  return { ...level, grids: [parseGrid(map, level.file.world.facing)] };
}

/** Authors and learners count from one, the engine from zero. */
export function cellOf([row, column]: AuthorCell): Cell {
  return { row: row - 1, column: column - 1 };
}

export function sameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.column === b.column;
}

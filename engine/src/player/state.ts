/** All that the player knows at one moment. Transitions make the next state of it; the view shows it. */
import type { Attempt } from "../goals/judge.ts";
import type { Feedback } from "../goals/feedback.ts";
import type { Hint } from "../goals/hints.ts";
import { parseGrid } from "../schema/grid.ts";
import type { Result } from "../schema/level.generated.ts";
import { type Level } from "../schema/level.ts";
import type { Mark, Preferences, SavedLevel } from "../schema/player-data.ts";
import type { Program, Statement } from "../schema/program.ts";
import type { Cell } from "../schema/trace.ts";
import type { Direction, Tile } from "../schema/world.ts";
import { type Spot, lastSpot } from "../view/strip/spots.ts";

export interface PlayerState {
  /** In a create level with the learner's own map in it. */
  readonly level: Level;
  readonly program: Program;
  /** Earlier programs for undo, later ones for redo; the nearest is last. */
  readonly past: readonly Program[];
  readonly future: readonly Program[];
  /** The line behind which the next block goes. */
  readonly spot: Spot;
  /** Ids of blocks in the blocks view that hang on nothing. */
  readonly loose: readonly string[];
  readonly run: Run | null;
  readonly say: Say | null;
  /** A hint or “show me where” points there. */
  readonly pointed: Pointed;
  readonly help: Help;
  /** A predict level whose question is not settled: the program is read, not changed, until it was run. */
  readonly asks: boolean;
  /** Predict levels: what the learner said before the first run. */
  readonly prediction: Cell | null;
  readonly marks: readonly Mark[];
  /** The card that closes a won level is open. */
  readonly celebrating: boolean;
  readonly explained: "right" | "wrong" | null;
  readonly show: Show;
  readonly preferences: Preferences;
  /** The last attempt whose verdict was told. */
  readonly ended: Attempt | null;
  /** Create levels only. */
  readonly town: TownEditor | null;
}

/** A run being shown. */
export interface Run {
  readonly attempt: Attempt;
  /** Which map is shown; when only another map fails, the first is played before it. */
  readonly variant: number;
  /** Steps done: 0 is before the first. */
  readonly position: number;
  readonly playing: boolean;
  /** Its end was reached and the verdict told. */
  readonly told: boolean;
}

/** What the message strip says. */
export type Say =
  | { readonly kind: "verdict"; readonly feedback: Feedback; readonly result: Result }
  | { readonly kind: "hint"; readonly hint: Hint; readonly pieces: readonly Statement[] }
  /** A predict level: the question is open; answered, so that the program can be run; compared with what happened. */
  | { readonly kind: "question" }
  | { readonly kind: "answered" }
  | { readonly kind: "predicted"; readonly right: boolean; readonly feedback: Feedback };

export interface Pointed {
  readonly node?: string;
  readonly cell?: Cell;
  readonly block?: string;
}

/** As much of `Struggle` as the state has to remember. */
export interface Help {
  readonly failures: readonly string[];
  readonly taken: number;
  /** The hint button asks to be pressed. */
  readonly offered: boolean;
}

export interface Show {
  /** The read-only Python text in place of strip or blocks. */
  readonly python: boolean;
  /** On a phone one of the two at a time. */
  readonly tab: "world" | "program";
}

export interface TownEditor {
  readonly map: readonly string[];
  readonly facing: Direction;
  /** What a tap on a cell puts there. */
  readonly brush: Tile;
  readonly open: boolean;
}

export function initialState(level: Level, saved: SavedLevel | null, preferences: Preferences): PlayerState {
  const town = level.kind === "create" ? savedTown(level, saved) : null;
  const program = saved?.program ?? firstProgram(level);
  const asks = level.kind === "predict" && (saved?.marks.length ?? 0) === 0 && sameProgram(program, level.start);
  return {
    level: town ? { ...level, grids: [parseGrid(town.map, town.facing)] } : level,
    program,
    past: [],
    future: [],
    spot: lastSpot(program),
    loose: [],
    run: null,
    say: asks ? { kind: "question" } : null,
    pointed: {},
    help: { failures: [], taken: 0, offered: false },
    asks,
    prediction: null,
    marks: saved?.marks ?? [],
    celebrating: false,
    explained: null,
    show: { python: false, tab: level.kind === "build" ? "program" : "world" },
    preferences,
    ended: null,
    town,
  };
}

function savedTown(level: Level, saved: SavedLevel | null): TownEditor {
  const { map, facing } = level.file.world;
  return { map: saved?.map ?? map, facing: saved?.facing ?? facing, brush: "path", open: saved?.map === undefined };
}

/** What a level begins with; the pieces of a Parsons level lie in the bank. */
export function firstProgram(level: Level): Program {
  return level.kind === "parsons" ? { ir: 1, body: [] } : level.start;
}

export function sameProgram(one: Program, other: Program): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

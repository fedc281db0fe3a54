/**
 * What one run of a program did, written once and never changed. Views play it, scrub it, step back in it and
 * narrate it; goals and feedback judge it.
 */
import type { Direction, Obstacle } from "./world.ts";

export interface Trace {
  /** The world before the first step. */
  readonly start: WorldState;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Statements executed, world actions and control statements alike. */
  readonly statements: number;
}

/** One step: a statement ran. `state` is the world after it. */
export interface Step {
  /** Id of the statement in the program. */
  readonly node: string;
  readonly event: WorldEvent;
  readonly state: WorldState;
  /** The rounds of the loops around the statement, outermost first, counting from one. */
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly node: string;
  readonly round: number;
}

export interface Cell {
  /** Zero-based; people are told one-based numbers. */
  readonly row: number;
  readonly column: number;
}

/** What changes in a grid world while a program runs. */
export interface WorldState {
  readonly at: Cell;
  readonly facing: Direction;
  /** Keys `row,column` of the lanterns that are lit. */
  readonly lit: ReadonlySet<string>;
}

export type WorldEvent =
  | { readonly kind: "moved"; readonly from: Cell; readonly to: Cell }
  | { readonly kind: "turned"; readonly from: Direction; readonly to: Direction }
  | { readonly kind: "lit"; readonly at: Cell }
  /** `at` is the cell of the obstacle, outside the map for `edge`; Ora stays in front of it. */
  | { readonly kind: "bumped"; readonly at: Cell; readonly obstacle: Obstacle }
  | { readonly kind: "misplaced"; readonly action: string; readonly at: Cell; readonly reason: "no_lantern" | "already_lit" }
  /** A round of a repeat begins. */
  | { readonly kind: "repeated"; readonly round: number; readonly of: number }
  /** An until or if asked. `answer` is that of the whole condition, `not` included: an until ends at true. */
  | { readonly kind: "asked"; readonly sensor: string; readonly not?: true; readonly answer: boolean };

/** What stops a run at once. */
export type Fault = Extract<WorldEvent, { kind: "bumped" | "misplaced" }>;

/** How a run ended, before goals are looked at. A fault is the last step's event too. */
export type Outcome =
  | { readonly kind: "completed" }
  | { readonly kind: "crashed"; readonly node: string; readonly event: Fault }
  /** `node` would have run next. */
  | { readonly kind: "step_limit"; readonly node: string };

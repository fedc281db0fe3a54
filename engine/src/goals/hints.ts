/** Three hints a level, from a nudge to the pieces of a solution, and when to offer them unasked. */
import { walk } from "../schema/edit.ts";
import type { Level } from "../schema/level.ts";
import type { Program, Statement } from "../schema/program.ts";
import { pointerOf, type Pointer } from "./feedback.ts";

export interface Hint {
  readonly number: 1 | 2 | 3;
  readonly kind: "nudge" | "point" | "parsons";
  readonly text: string;
  /** Point: the block or cell to highlight. */
  readonly show: Pointer;
  /** Parsons: the blocks of the solution out of order, each without what is inside it. */
  readonly pieces: readonly Statement[];
}

/** @param text the level's texts by flat key. Empty for a level without hints. */
export function hintsFor(level: Level, text: Readonly<Record<string, string>>): Hint[] {
  const { hints } = level.file;
  if (!hints) return [];
  const words = (kind: Hint["kind"]) => text[`hints.${kind}`] ?? "";
  return [
    { number: 1, kind: "nudge", text: words("nudge"), show: {}, pieces: [] },
    { number: 2, kind: "point", text: words("point"), show: pointerOf(hints.point), pieces: [] },
    { number: 3, kind: "parsons", text: words("parsons"), show: {}, pieces: piecesOf(level.solutions[0]) },
  ];
}

/** Sorted by what they are, so that the order gives nothing away and is the same each time. */
export function piecesOf(program: Program): Statement[] {
  const pieces = [...walk(program.body)].map(emptied);
  const look = (piece: Statement) => JSON.stringify({ ...piece, id: "" });
  return pieces.sort((a, b) => look(a).localeCompare(look(b)));
}

/** The block without what is inside it. */
export function emptied(statement: Statement): Statement {
  if (statement.kind === "call") return statement;
  if (statement.kind === "if" && statement.otherwise) return { ...statement, body: [], otherwise: [] };
  return { ...statement, body: [] };
}

/** What a learner did on this level, as far as offering hints depends on it. Plain data: the player keeps it. */
export interface Struggle {
  /** Messages of the failed runs since the last win or hint, oldest first. */
  readonly failures: readonly string[];
  /** Seconds since the learner last changed the program or ran it. */
  readonly idleSeconds: number;
  /** How many hints were taken. */
  readonly hintsTaken: number;
}

const LIKE_FAILURES = 2;
const STANDING_STILL_SECONDS = 75;

/** Whether to offer the next hint unasked. The button for it is always there while a hint is left. */
export function shouldOfferHint({ failures, idleSeconds, hintsTaken }: Struggle): boolean {
  if (hintsTaken >= 3) return false;
  const recent = failures.slice(-LIKE_FAILURES);
  const alike = recent.length === LIKE_FAILURES && recent.every((say) => say === recent[0]);
  return alike || idleSeconds >= STANDING_STILL_SECONDS;
}

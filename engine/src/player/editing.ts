/** Changes of the program. Each is one step of undo, and each takes the world back to its start. */
import { emptied } from "../goals/hints.ts";
import { blockOf, find, insert, remove, replace, walk } from "../schema/edit.ts";
import type { Level } from "../schema/level.ts";
import type { Program, Statement } from "../schema/program.ts";
import {
  type Shift,
  type Spot,
  keepSpot,
  lastSpot,
  shift,
  slotAt,
  spotId,
  spotInside,
  withFreshIds,
} from "../view/strip/spots.ts";
import { type PlayerState, firstProgram, sameProgram } from "./state.ts";

/** Behind the chosen line. A piece keeps its id if it has one that the program lacks. */
export function addPiece(state: PlayerState, piece: Statement): PlayerState {
  const isNew = piece.id !== "" && !find(state.program, piece.id);
  const own = isNew ? piece : withFreshIds(piece, state.program);
  return changed(state, insert(state.program, own, slotAt(state.program, state.spot)), spotInside(own));
}

/** What comes next goes behind the block with this id; inside it where it is empty. */
export function chooseBlock(state: PlayerState, id: string): PlayerState {
  const chosen = find(state.program, id);
  return chosen ? { ...state, spot: spotInside(chosen) } : state;
}

/** Another number or condition. */
export function changeStatement(state: PlayerState, statement: Statement): PlayerState {
  return changed(state, replace(state.program, statement.id, statement), state.spot);
}

export function shiftChosen(state: PlayerState, direction: Shift): PlayerState {
  const id = spotId(state.spot);
  const moved = id === null ? null : shift(state.program, id, direction);
  return moved ? changed(state, moved, state.spot) : state;
}

export function canShift({ program, spot }: PlayerState, direction: Shift): boolean {
  const id = spotId(spot);
  return id !== null && shift(program, id, direction) !== null;
}

export function removeChosen(state: PlayerState): PlayerState {
  const id = spotId(state.spot);
  if (id === null) return state;
  const program = remove(state.program, id);
  return changed(state, program, keepSpot(state.spot, state.program, program));
}

/** What the blocks view made of the program. */
export function replaceProgram(state: PlayerState, program: Program, loose: readonly string[]): PlayerState {
  if (sameProgram(program, state.program)) return { ...state, loose };
  return { ...changed(state, program, keepSpot(state.spot, state.program, program)), loose };
}

/** Back to what the level began with. Undo brings the program back. */
export function startAgain(state: PlayerState): PlayerState {
  const program = firstProgram(state.level);
  return changed(state, program, lastSpot(program));
}

export function undo(state: PlayerState): PlayerState {
  const program = state.past.at(-1);
  if (!program) return state;
  const { past, future } = state;
  return rewound({ ...state, past: past.slice(0, -1), future: [...future, state.program] }, program);
}

export function redo(state: PlayerState): PlayerState {
  const program = state.future.at(-1);
  if (!program) return state;
  const { past, future } = state;
  return rewound({ ...state, past: [...past, state.program], future: future.slice(0, -1) }, program);
}

export function chooseSpot(state: PlayerState, spot: Spot): PlayerState {
  return { ...state, spot };
}

/** What the toolbox offers at first: blocks of which there is always another; in a Parsons level the pieces, each once. */
export function wholeOffer(level: Level): Level["toolbox"] | Statement[] {
  return level.kind === "parsons" ? [...walk(level.start.body)].map(emptied) : level.toolbox;
}

/** What is left of it: the pieces that the program does not have yet. */
export function offerOf({ level, program }: PlayerState): Level["toolbox"] | Statement[] {
  if (level.kind !== "parsons") return level.toolbox;
  const left = [...walk(level.start.body)].map(emptied);
  const take = (is: (piece: Statement) => boolean): boolean => {
    const index = left.findIndex(is);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  // The strip keeps a piece's id; Blockly gives its own, so there a piece is known by its look, or at least by its kind.
  const strangers = [...walk(program.body)].filter(
    (used) => !take((piece) => piece.id === used.id && sameKind(piece, used)),
  );
  for (const used of strangers)
    void (take((piece) => look(piece) === look(used)) || take((piece) => sameKind(piece, used)));
  return left;
}

function sameKind(one: Statement, other: Statement): boolean {
  return blockOf(one) === blockOf(other);
}

/** A piece as the learner sees it, whatever its id and its inside. */
function look(statement: Statement): string {
  return JSON.stringify({ ...emptied(statement), id: "" });
}

function changed(state: PlayerState, program: Program, spot: Spot): PlayerState {
  if (state.asks) return state;
  return { ...rewound({ ...state, past: [...state.past, state.program], future: [] }, program), spot };
}

/** Another program: the run shown is no longer its run. */
function rewound(state: PlayerState, program: Program): PlayerState {
  const say = state.say?.kind === "hint" ? state.say : null;
  const pointed = state.pointed.block ? {} : state.pointed;
  const spot = keepSpot(state.spot, state.program, program);
  return { ...state, program, spot, run: null, say, pointed, celebrating: false };
}

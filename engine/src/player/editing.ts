/** Changes of the program. Each is one step of undo, and each takes the world back to its start. */
import { find, insert, remove, replace, walk } from "../schema/edit.ts";
import type { Program, Statement } from "../schema/program.ts";
import { type Offer, leftOf, wholeOffer } from "../view/strip/bank.ts";
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

/** What the toolbox offers now. */
export function offerOf({ level, program }: PlayerState): Offer {
  return leftOf(wholeOffer(level), walk(program.body));
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

/** Hints, “show me where”, and the question after the win. */
import { hintsFor, shouldOfferHint } from "../goals/hints.ts";
import { find } from "../schema/edit.ts";
import type { Statement } from "../schema/program.ts";
import { addPiece } from "./editing.ts";
import { merged } from "./playback.ts";
import type { PlayerState } from "./state.ts";

export type Texts = Readonly<Record<string, string>>;

/** The next hint; the last one again when all were taken. */
export function takeHint(state: PlayerState, text: Texts): PlayerState {
  const hints = hintsFor(state.level, text);
  const hint = hints[Math.min(state.help.taken, hints.length - 1)];
  if (!hint) return state;
  return {
    ...state,
    say: { kind: "hint", hint, pieces: hint.pieces },
    pointed: hint.show,
    show: { ...state.show, tab: hint.show.cell ? "world" : hint.kind === "nudge" ? state.show.tab : "program" },
    help: { failures: [], taken: hint.number, offered: false },
    celebrating: false,
  };
}

/** A piece of the last hint goes into the program. */
export function useHintPiece(state: PlayerState, piece: Statement): PlayerState {
  const { say } = state;
  const added = addPiece(state, { ...piece, id: "" });
  if (say?.kind !== "hint") return added;
  return { ...added, say: { ...say, pieces: say.pieces.filter((each) => each !== piece) } };
}

/** After two like failures, or when the learner has stood still for long. */
export function considerOffering(state: PlayerState, idleSeconds: number): PlayerState {
  const { help, level, marks } = state;
  if (help.offered || level.kind === "create" || marks.includes("works")) return state;
  const { failures, taken } = help;
  const offered = shouldOfferHint({ failures, hintsTaken: taken, idleSeconds });
  return offered ? { ...state, help: { ...help, offered } } : state;
}

/** Points at the block or cell that the message speaks of, and goes where it can be seen. */
export function showWhere(state: PlayerState): PlayerState {
  if (state.say?.kind !== "verdict") return state;
  const { show } = state.say.feedback;
  const tab = show.cell || !show.node ? "world" : "program";
  const node = show.node && find(state.program, show.node);
  const spot = node ? ({ kind: node.kind === "call" ? "after" : "body", id: node.id } as const) : state.spot;
  return { ...state, pointed: show, spot, show: { ...state.show, tab, python: false } };
}

export function explain(state: PlayerState, option: string): PlayerState {
  const right = option === state.level.file.explain?.answer;
  return right
    ? { ...state, explained: "right", marks: merged(state.marks, ["explained"]) }
    : { ...state, explained: "wrong" };
}

/** Back to the program, to do it in another way. */
export function tryAnotherWay(state: PlayerState): PlayerState {
  return { ...state, celebrating: false, run: null, say: null, pointed: {}, show: { ...state.show, tab: "program" } };
}

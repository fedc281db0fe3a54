/** What each part of the view is to show of a state. Pure: the words and the data of the page come along. */
import { blockOf, countBlocks, walk } from "../schema/edit.ts";
import { hintsFor } from "../goals/hints.ts";
import type { Block } from "../schema/level.generated.ts";
import { cellOf } from "../schema/level.ts";
import type { PlayerData } from "../schema/player-data.ts";
import type { Round, Step, Trace } from "../schema/trace.ts";
import type { Translator } from "../schema/translate.ts";
import type { ControlsShown } from "../view/panels/controls.ts";
import type { ToolsShown } from "../view/panels/program-tools.ts";
import type { TownShown } from "../view/panels/town-tools.ts";
import type { ProgramShown } from "../view/program-views.ts";
import type { ToolboxShown } from "../view/strip/toolbox.ts";
import { blockName } from "../view/blocks-words.ts";
import { type Moment, atRest, momentOf } from "../view/world/moment.ts";
import type { WorldShown } from "../view/world/world-view.ts";
import { eventSentence } from "../view/world/words.ts";
import { spotId } from "../view/strip/spots.ts";
import { canShift, offerOf } from "./editing.ts";
import { canRun, traceOf } from "./playback.ts";
import { firstProgram, type PlayerState, sameProgram } from "./state.ts";
import { canResize } from "./town.ts";

/** The step shown, if a run is shown and has begun. */
export function stepOf({ run }: PlayerState): Step | null {
  return run ? (traceOf(run).steps[run.position - 1] ?? null) : null;
}

export function narrationOf(state: PlayerState, words: Translator): string {
  const step = stepOf(state);
  return step ? eventSentence(words, step.event) : "";
}

export function worldOf(state: PlayerState): Omit<WorldShown, "choosing"> {
  const { level, run, pointed, say } = state;
  const grid = level.grids[run?.variant ?? 0] ?? level.grids[0];
  const asking = state.asks || (say?.kind === "predicted" && !say.right);
  return {
    grid,
    moment: momentShown(state),
    options: asking ? (level.file.predict?.options ?? []).map(cellOf) : [],
    pointed: pointed.cell ?? null,
  };
}

function momentShown({ level, run }: PlayerState): Moment {
  if (!run) return atRest(level.grids[0]);
  return momentOf(traceOf(run), run.position, run.told && run.attempt.verdict.result === "won");
}

export function programOf(state: PlayerState): ProgramShown {
  const { run, say, program, asks, pointed } = state;
  const failed = say?.kind === "verdict" && say.result !== "won" ? (say.feedback.show.node ?? null) : null;
  return {
    program,
    running: run && failed === null ? (stepOf(state)?.node ?? null) : null,
    stopped: failed ?? pointed.node ?? null,
    locked: asks,
  };
}

export function toolboxOf(state: PlayerState, data: PlayerData): ToolboxShown {
  const isFirst = data.path[0]?.slug === data.slug;
  return {
    offer: offerOf(state),
    pointed: (state.pointed.block as Block | undefined) ?? null,
    inviting: isFirst && state.program.body.length === 0,
  };
}

export function toolsOf(state: PlayerState): ToolsShown {
  const { level, past, future, program, spot, show, preferences, asks } = state;
  const chosen = spotId(spot) !== null && !asks;
  return {
    line: preferences.view === "strip" && !show.python,
    nested: level.toolbox.some((block) => block !== "light" && !block.startsWith("turn") && block !== "move"),
    can: {
      up: chosen && canShift(state, "up"),
      down: chosen && canShift(state, "down"),
      in: chosen && canShift(state, "in"),
      out: chosen && canShift(state, "out"),
      remove: chosen,
      undo: past.length > 0,
      redo: future.length > 0,
      startAgain: !asks && !sameProgram(program, firstProgram(level)),
    },
  };
}

export function controlsOf(state: PlayerState, words: Translator): ControlsShown {
  const { run, preferences } = state;
  const trace: Trace | null = run ? traceOf(run) : null;
  return {
    trace,
    position: run?.position ?? 0,
    playing: run?.playing ?? false,
    canRun: canRun(state),
    narration: narrationOf(state, words),
    detail: detailOf(state, words),
    speed: preferences.speed,
  };
}

/** The round of the innermost loop, or on which map we are. */
function detailOf(state: PlayerState, { t }: Translator): string {
  const step = stepOf(state);
  const map = state.run && state.run.variant > 0 ? t("Map {map}", { map: state.run.variant + 1 }) : "";
  const round = step?.rounds.at(-1);
  return [map, round && roundText(round, state, t)].filter(Boolean).join(" · ");
}

function roundText({ node, round }: Round, { program }: PlayerState, t: Translator["t"]): string {
  const loop = [...walk(program.body)].find((statement) => statement.id === node);
  if (loop?.kind === "repeat" && loop.times !== null) return t("round {round} of {of}", { round, of: loop.times });
  return t("round {round}", { round });
}

export function hintsOf(
  { level, help }: PlayerState,
  data: PlayerData,
): { left: number; of: number; offered: boolean } {
  const of = hintsFor(level, data.text).length;
  return { left: of - help.taken, of, offered: help.offered };
}

export function countText({ program, level }: PlayerState, { t, tn }: Translator): string {
  const count = countBlocks(program);
  const most = level.limits.blocks_max;
  return most === undefined ? tn("{n} block", "{n} blocks", count) : t("{count} of {most} blocks", { count, most });
}

export function townOf(state: PlayerState, message: string): TownShown | null {
  const { town } = state;
  if (!town) return null;
  const rows = town.map.length;
  const columns = town.map[0]?.length ?? 0;
  return {
    open: town.open,
    brush: town.brush,
    rows,
    columns,
    can: {
      moreRows: canResize(state, rows + 1, columns),
      fewerRows: canResize(state, rows - 1, columns),
      moreColumns: canResize(state, rows, columns + 1),
      fewerColumns: canResize(state, rows, columns - 1),
    },
    message,
  };
}

/** For those who hear the program: which block is chosen, after it was added or moved, or another removed. */
export function chosenText({ program, spot }: PlayerState, words: Translator): string {
  const statements = [...walk(program.body)];
  const index = statements.findIndex(({ id }) => id === spotId(spot));
  const statement = statements[index];
  if (!statement) return words.t("Your program is empty.");
  const params = { block: blockName(words, blockOf(statement)), number: index + 1 };
  return words.t("“{block}” is now block {number}.", params);
}

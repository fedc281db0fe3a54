/** Makes the parts of the view and ties what the learner does in them to the transitions. */
import type { Level } from "../schema/level.ts";
import { cellOf } from "../schema/level.ts";
import type { PlayerData } from "../schema/player-data.ts";
import type { Statement } from "../schema/program.ts";
import type { Kit } from "../view/kit.ts";
import { Controls } from "../view/panels/controls.ts";
import { GoalPanel } from "../view/panels/goal.ts";
import { LevelList } from "../view/panels/level-list.ts";
import { ProgramTools } from "../view/panels/program-tools.ts";
import { SayPanel } from "../view/panels/say.ts";
import { TopBar } from "../view/panels/top-bar.ts";
import { TownTools } from "../view/panels/town-tools.ts";
import { WinCard } from "../view/panels/win-card.ts";
import { PythonView } from "../view/python.ts";
import { StripView } from "../view/strip/strip-view.ts";
import { Toolbox } from "../view/strip/toolbox.ts";
import { WorldView } from "../view/world/world-view.ts";
import * as editing from "./editing.ts";
import * as helping from "./helping.ts";
import * as playback from "./playback.ts";
import type { Beginning, Transition } from "./player-element.ts";
import { setSpeed, toggleSound } from "./preferences.ts";
import type { PlayerState } from "./state.ts";
import * as town from "./town.ts";
import type { TownKeeper } from "./town-keeper.ts";

/** Makes the next state and shows it; gives it back. */
export type Apply = (transition: Transition) => PlayerState;

/** What the parts need besides the transitions. */
export interface Means {
  readonly apply: Apply;
  /** Transitions that were done step by step are told to those who do not see them. */
  readonly tellStep: () => void;
  readonly tellAdded: (piece: Statement) => void;
  readonly tellRefused: () => void;
  readonly openLevels: () => void;
  readonly openReading: () => void;
  readonly keeper: TownKeeper;
}

export type PlayerParts = ReturnType<typeof makeParts>;

export function makeParts(kit: Kit, { data, extra }: Beginning, level: Level, means: Means) {
  const { apply } = means;
  const takeHint = () => void apply((state) => helping.takeHint(state, data.text));
  const switchSound = () => void apply(toggleSound);
  return {
    top: new TopBar(kit, data, { ...means, toggleSound: switchSound }),
    levels: new LevelList(kit, data, extra, { ...means, toggleSound: switchSound }),
    goal: new GoalPanel(kit, data, takeHint),
    say: makeSay(kit, level, means, takeHint),
    world: new WorldView(kit, data.town, level.file.world.time),
    town: level.kind === "create" ? makeTownTools(kit, data, means) : null,
    toolbox: new Toolbox(kit, (piece) => {
      apply((state) => editing.addPiece(state, piece));
      means.tellAdded(piece);
    }),
    strip: new StripView(kit, level, {
      choose: (spot) => void apply((state) => editing.chooseSpot(state, spot)),
      change: (statement) => void apply((state) => editing.changeStatement(state, statement)),
      shift: (direction) => void apply((state) => editing.shiftChosen(state, direction)),
      remove: () => void apply(editing.removeChosen),
    }),
    python: new PythonView(kit),
    edit: new ProgramTools(kit, {
      shift: (direction) => void apply((state) => editing.shiftChosen(state, direction)),
      remove: () => void apply(editing.removeChosen),
      undo: () => void apply(editing.undo),
      redo: () => void apply(editing.redo),
      startAgain: () => void apply(editing.startAgain),
    }),
    controls: makeControls(kit, means),
    win: new WinCard(kit, data.town.landmark, {
      answer: (option) => void apply((state) => helping.explain(state, option)),
      tryAnotherWay: () => void apply(helping.tryAnotherWay),
    }),
  };
}

function makeSay(kit: Kit, level: Level, { apply }: Means, takeHint: () => void): SayPanel {
  const options = (level.file.predict?.options ?? []).map(cellOf);
  return new SayPanel(kit, {
    showWhere: () => void apply(helping.showWhere),
    takeHint,
    choose: (index) => {
      const cell = options[index];
      if (cell) apply((state) => playback.predict(state, cell));
    },
    usePiece: (piece) => void apply((state) => helping.useHintPiece(state, piece)),
  });
}

function makeControls(kit: Kit, { apply, tellStep, tellRefused }: Means): Controls {
  const ifAllowed = (act: () => void) => () => (playback.canRun(apply((state) => state)) ? act() : tellRefused());
  const stepwise = (transition: Transition) => {
    apply(transition);
    tellStep();
  };
  return new Controls(kit, {
    run: ifAllowed(() => apply(playback.play)),
    pause: () => void apply(playback.pause),
    step: ifAllowed(() => stepwise(playback.step)),
    back: () => stepwise((state) => playback.seek(state, (state.run?.position ?? 0) - 1)),
    reset: () => void apply(playback.reset),
    seek: (position) => void apply((state) => playback.seek(state, position)),
    setSpeed: (speed) => void apply((state) => setSpeed(state, speed)),
  });
}

function makeTownTools(kit: Kit, data: PlayerData, { apply, keeper }: Means): TownTools {
  return new TownTools(kit, data.town, town.BRUSHES, {
    open: (open) => void apply((state) => town.openEditor(state, open)),
    pick: (brush) => void apply((state) => town.pickBrush(state, brush)),
    turn: () => void apply(town.turnOra),
    resize: (rows, columns) => void apply((state) => town.resize(state, rows, columns)),
    save: keeper.save,
    load: keeper.load,
    share: keeper.share,
  });
}

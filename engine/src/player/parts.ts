/** Makes the parts of the view and ties what the learner does in them to the transitions. */
import { type Level, cellOf } from "../schema/level.ts";
import type { PlayerData } from "../schema/player-data.ts";
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
import type { Shift } from "../view/strip/spots.ts";
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

/** Makes the next state and shows it. */
export type Apply = (transition: Transition) => void;

/** What the parts need besides the transitions. */
export interface Means {
  readonly apply: Apply;
  /** The state as it is. */
  readonly now: () => PlayerState;
  /** Before a run: takes over what a view has not told yet. */
  readonly settle: () => void;
  /** For those who do not see it: what the step did, where the chosen block stands now, why there is no run. */
  readonly tellStep: () => void;
  readonly tellBlock: () => void;
  readonly tellRefused: () => void;
  readonly openLevels: () => void;
  readonly openReading: () => void;
  readonly keeper: TownKeeper;
}

export type PlayerParts = ReturnType<typeof makeParts>;

export function makeParts(kit: Kit, { data, extra }: Beginning, level: Level, means: Means) {
  const { apply } = means;
  const takeHint = () => apply((state) => helping.takeHint(state, data.text));
  const switchSound = () => apply(toggleSound);
  const edit = (transition: Transition) => {
    apply(transition);
    means.tellBlock();
  };
  const shift = (direction: Shift) => edit((state) => editing.shiftChosen(state, direction));
  const remove = () => edit(editing.removeChosen);
  return {
    top: new TopBar(kit, data, { ...means, toggleSound: switchSound }),
    levels: new LevelList(kit, data, extra, { ...means, toggleSound: switchSound }),
    goal: new GoalPanel(kit, data, takeHint),
    say: makeSay(kit, level, means, takeHint),
    world: new WorldView(kit, data.town, level.file.world.time),
    town: level.kind === "create" ? makeTownTools(kit, data, means) : null,
    toolbox: new Toolbox(kit, (piece) => edit((state) => editing.addPiece(state, piece))),
    strip: new StripView(kit, level, {
      choose: (spot) => apply((state) => editing.chooseSpot(state, spot)),
      change: (statement) => apply((state) => editing.changeStatement(state, statement)),
      shift,
      remove,
    }),
    python: new PythonView(kit),
    edit: new ProgramTools(kit, {
      shift,
      remove,
      undo: () => apply(editing.undo),
      redo: () => apply(editing.redo),
      startAgain: () => apply(editing.startAgain),
    }),
    controls: makeControls(kit, means),
    win: new WinCard(kit, data.town.landmark, {
      answer: (option) => apply((state) => helping.explain(state, option)),
      tryAnotherWay: () => apply(helping.tryAnotherWay),
    }),
  };
}

function makeSay(kit: Kit, level: Level, { apply }: Means, takeHint: () => void): SayPanel {
  const options = (level.file.predict?.options ?? []).map(cellOf);
  return new SayPanel(kit, {
    showWhere: () => apply(helping.showWhere),
    takeHint,
    choose: (index) => {
      const cell = options[index];
      if (cell) apply((state) => playback.predict(state, cell));
    },
    usePiece: (piece) => apply((state) => helping.useHintPiece(state, piece)),
  });
}

function makeControls(kit: Kit, { apply, now, settle, tellStep, tellRefused }: Means): Controls {
  const ifAllowed = (act: () => void) => () => {
    settle();
    if (playback.canRun(now())) act();
    else tellRefused();
  };
  const stepwise = (transition: Transition) => {
    apply(transition);
    tellStep();
  };
  return new Controls(kit, {
    run: ifAllowed(() => apply(playback.play)),
    pause: () => apply(playback.pause),
    step: ifAllowed(() => stepwise(playback.step)),
    back: () => stepwise((state) => playback.seek(state, (state.run?.position ?? 0) - 1)),
    reset: () => apply(playback.reset),
    seek: (position) => apply((state) => playback.seek(state, position)),
    setSpeed: (speed) => apply((state) => setSpeed(state, speed)),
  });
}

function makeTownTools(kit: Kit, data: PlayerData, { apply, keeper }: Means): TownTools {
  return new TownTools(kit, data.town, town.BRUSHES, {
    open: (open) => apply((state) => town.openEditor(state, open)),
    pick: (brush) => apply((state) => town.pickBrush(state, brush)),
    turn: () => apply(town.turnOra),
    resize: (rows, columns) => apply((state) => town.resize(state, rows, columns)),
    save: keeper.save,
    load: keeper.load,
    share: keeper.share,
  });
}

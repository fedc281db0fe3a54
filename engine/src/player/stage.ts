/** Shows a state in all parts of the view. */
import type { Mark, ViewName } from "../schema/player-data.ts";
import { BlocksSlot } from "./blocks-slot.ts";
import type { Kit } from "../view/kit.ts";
import { celebrationOf } from "./celebration.ts";
import { type Apply, type PlayerParts, makeParts } from "./parts.ts";
import * as playback from "./playback.ts";
import type { Beginning } from "./player-element.ts";
import { beatOf, showTab, showView } from "./preferences.ts";
import * as presenter from "./presenter.ts";
import { redo, undo } from "./editing.ts";
import { wholeOffer } from "../view/strip/bank.ts";
import { runRefusal, sayingOf } from "./saying.ts";
import { type Parts, Shell } from "./shell.ts";
import type { PlayerState } from "./state.ts";
import { TownKeeper } from "./town-keeper.ts";
import { paint } from "./town.ts";

export class Stage {
  private readonly kit: Kit;
  private readonly beginning: Beginning;
  private readonly apply: Apply;
  private readonly now: () => PlayerState;
  private readonly parts: PlayerParts;
  private readonly shell: Shell;
  private readonly blocks: BlocksSlot;
  private readonly keeper: TownKeeper;

  constructor(host: HTMLElement, kit: Kit, beginning: Beginning, apply: Apply, now: () => PlayerState) {
    const { level } = now();
    this.kit = kit;
    this.beginning = beginning;
    this.apply = apply;
    this.now = now;
    this.keeper = new TownKeeper(kit.words, apply, now);
    this.blocks = new BlocksSlot(kit, level, beginning.data.urls.blocklyMedia, apply);
    this.parts = makeParts(kit, beginning, level, {
      apply,
      now,
      keeper: this.keeper,
      settle: () => this.blocks.settle(),
      tellStep: () => this.shell.announce(presenter.narrationOf(now(), kit.words)),
      tellBlock: () => this.shell.announce(presenter.chosenText(now(), kit.words)),
      tellRefused: () => this.shell.announce(runRefusal(now(), kit.words)),
      openLevels: () => this.parts.levels.open((slug) => this.marksOf(slug)),
      openReading: () => host.dispatchEvent(new CustomEvent("codora:reading", { detail: null, bubbles: true })),
    });
    this.shell = new Shell(kit, host, elementsOf(this.parts), {
      showTab: (tab) => apply((state) => showTab(state, tab)),
      showView: (view) => apply((state) => showView(state, view)),
    });
    host.addEventListener("keydown", (event) => this.onKey(event));
  }

  show(state: PlayerState, before: PlayerState): void {
    const { data } = this.beginning;
    const { words } = this.kit;
    const { parts } = this;
    const view = state.show.python ? "python" : state.preferences.view;
    const program = presenter.programOf(state);
    parts.top.show((slug) => this.marksOf(slug), state.preferences.sound);
    parts.levels.showSound(state.preferences.sound);
    parts.goal.show(presenter.hintsOf(state, data));
    parts.say.show(sayingOf(state, words, data));
    parts.world.show({ ...presenter.worldOf(state), ...this.choosing(state) });
    const town = presenter.townOf(state, this.keeper.message);
    if (town) parts.town?.show(town);
    parts.toolbox.show(presenter.toolboxOf(state, data));
    parts.edit.show(presenter.toolsOf(state));
    parts.controls.show(presenter.controlsOf(state, words));
    parts.win.show(celebrationOf(state, words, data));
    this.shell.show(state.show.tab, view, { ...flagsOf(state), "has-bare-blocks": this.blocks.bare });
    this.shell.showCount(presenter.countText(state, words));
    this.showProgram(view, state, program);
    const event = presenter.stepOf(state)?.event ?? null;
    parts.world.element.style.setProperty("--beat", `${beatOf(state.preferences.speed, event)}ms`);
    if (state.run && state.run !== before.run) parts.goal.stop();
  }

  stop(): void {
    this.parts.goal.stop();
    this.blocks.stop();
  }

  /** Opens the town of the page's link, once the first state is shown. */
  openLink(): void {
    this.keeper.openLink(this.beginning.saved?.map !== undefined);
  }

  private showProgram(
    view: ViewName | "python",
    state: PlayerState,
    program: ReturnType<typeof presenter.programOf>,
  ): void {
    const { strip, python } = this.parts;
    if (view === "blocks") {
      this.shell.place(this.blocks.element);
      this.blocks.show(program, presenter.toolboxOf(state, this.beginning.data).pointed, wholeOffer(state.level));
    } else if (view === "python") {
      this.shell.place(python.element);
      python.show(program.program, program.running ?? program.stopped);
    } else {
      this.shell.place(strip.element);
      strip.show({ ...program, spot: state.spot });
    }
  }

  private choosing(state: PlayerState): {
    choosing?: { name: string; choose: (cell: { row: number; column: number }) => void };
  } {
    const { t } = this.kit.words;
    if (state.town?.open && !state.run) {
      const choose = (cell: { row: number; column: number }) => this.apply((now) => paint(now, cell));
      return { choosing: { name: t("Your town. Use the arrow keys; Enter paints."), choose } };
    }
    const { options } = presenter.worldOf(state);
    if (options.length === 0) return {};
    const choose = (cell: { row: number; column: number }) => {
      const option = options.find((each) => each.row === cell.row && each.column === cell.column);
      if (option) this.apply((now) => playback.predict(now, option));
    };
    return { choosing: { name: t("The map. Choose the cell where Ora will stand."), choose } };
  }

  private marksOf(slug: string): readonly Mark[] {
    const { data, marks } = this.beginning;
    return slug === data.slug ? this.now().marks : (marks.get(slug) ?? []);
  }

  /** Undo and redo as everywhere else; Blockly, which has its own, keeps its keys to itself. */
  private onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (event.defaultPrevented || !(ctrlKey || metaKey) || this.blocks.element.contains(event.target as Node)) return;
    const again = key === "y" || (key.toLowerCase() === "z" && shiftKey);
    if (!again && key !== "z") return;
    event.preventDefault();
    this.apply(again ? redo : undo);
  }
}

function elementsOf(parts: PlayerParts): Parts {
  const { top, goal, say, world, town, toolbox, edit, win, controls, levels } = parts;
  return {
    top: top.element,
    goal: goal.element,
    say: say.element,
    world: world.element,
    town: town?.element ?? null,
    toolbox: toolbox.element,
    edit: edit.element,
    startAgain: edit.startAgain,
    win: win.element,
    controls: controls.element,
    levels: levels.element,
  };
}

/** What CSS asks of a state. */
function flagsOf({ run, say, asks, celebrating, town, program }: PlayerState): Readonly<Record<string, boolean>> {
  return {
    "has-run": run !== null,
    "is-fresh": run === null && say === null,
    "is-empty": program.body.length === 0,
    "is-asking": asks,
    "is-won": celebrating,
    "is-building-town": town?.open ?? false,
  };
}

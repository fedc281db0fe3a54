/** What can be done with the chosen line and with the program as a whole. */
import type { Shift } from "../strip/spots.ts";
import { h, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";

export interface ToolsShown {
  /** The tools for one line are for the strip; Blockly has its own. */
  readonly line: boolean;
  /** In and out make sense where there are loops. */
  readonly nested: boolean;
  readonly can: Readonly<Record<Shift | "remove" | "undo" | "redo" | "startAgain", boolean>>;
}

export interface ToolsActions {
  shift(direction: Shift): void;
  remove(): void;
  undo(): void;
  redo(): void;
  startAgain(): void;
}

type Tool = keyof ToolsShown["can"];

export class ProgramTools {
  readonly element: HTMLElement;
  /** Stands apart from the others, beside the heading. */
  readonly startAgain: HTMLButtonElement;
  private readonly buttons: Readonly<Record<Tool, HTMLButtonElement>>;

  constructor(kit: Kit, actions: ToolsActions) {
    const { t } = kit.words;
    const button = (name: string, label: string, press: () => void, flips = false) =>
      h(
        "button",
        { type: "button", class: "p-ib", "aria-label": label, title: label, onclick: press },
        icon(kit, name, flips),
      );
    this.buttons = {
      up: button("arrow-up", t("Move the block up"), () => actions.shift("up")),
      down: button("arrow-down", t("Move the block down"), () => actions.shift("down")),
      out: button("indent-decrease", t("Move the block out of the loop"), () => actions.shift("out"), true),
      in: button("indent-increase", t("Move the block into the loop beside it"), () => actions.shift("in"), true),
      remove: button("trash-2", t("Remove the block"), actions.remove),
      undo: button("undo-2", t("Undo"), actions.undo, true),
      redo: button("redo-2", t("Do it again"), actions.redo, true),
      startAgain: button("list-restart", t("Start again: take all blocks away"), actions.startAgain),
    };
    this.startAgain = this.buttons.startAgain;
    const others = Object.values(this.buttons).filter((each) => each !== this.startAgain);
    this.element = h("div", { class: "p-edit", role: "toolbar", "aria-label": t("Change the program") }, ...others);
  }

  show({ line, nested, can }: ToolsShown): void {
    for (const [name, button] of Object.entries(this.buttons) as [Tool, HTMLButtonElement][]) {
      const ofLine = name === "up" || name === "down" || name === "remove";
      const ofNest = name === "in" || name === "out";
      button.hidden = ((ofLine || ofNest) && !line) || (ofNest && !nested);
      setAttributes(button, { "aria-disabled": can[name] ? null : "true" });
    }
  }
}

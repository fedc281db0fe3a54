/** The frame of the player: which parts there are and in which order they stand. CSS places them. */
import type { ViewName } from "../schema/player-data.ts";
import { h, setAttributes } from "../view/dom.ts";
import type { Kit } from "../view/kit.ts";

export type Tab = "world" | "program";

/** A choice of a few, one of them chosen: radio buttons that look like one switch. */
export class Switch<Name extends string> {
  readonly element: HTMLFieldSetElement;
  private readonly inputs: readonly HTMLInputElement[];

  constructor(
    name: string,
    label: string,
    choices: readonly (readonly [Name, string])[],
    choose: (name: Name) => void,
  ) {
    this.inputs = choices.map(([value]) => h("input", { type: "radio", name, value, onchange: () => choose(value) }));
    this.element = h(
      "fieldset",
      { class: "p-seg" },
      h("legend", { class: "visually-hidden" }, label),
      ...choices.map(([, text], index) => h("label", {}, this.inputs[index], h("span", {}, text))),
    );
  }

  show(chosen: Name): void {
    for (const input of this.inputs) input.checked = input.value === chosen;
  }
}

export interface Parts {
  readonly top: HTMLElement;
  readonly goal: HTMLElement;
  readonly say: HTMLElement;
  readonly world: HTMLElement;
  readonly town: HTMLElement | null;
  readonly toolbox: HTMLElement;
  readonly edit: HTMLElement;
  readonly startAgain: HTMLElement;
  readonly win: HTMLElement;
  readonly controls: HTMLElement;
  readonly levels: HTMLElement;
}

export interface ShellActions {
  showTab(tab: Tab): void;
  showView(view: ViewName | "python"): void;
}

export class Shell {
  /** Where strip, blocks or Python stand. */
  readonly area = h("div", { class: "p-area__body" });
  private readonly host: HTMLElement;
  private readonly parts: Parts;
  private readonly tabs: Switch<Tab>;
  private readonly views: Switch<ViewName | "python">;
  private readonly count = h("span", { class: "p-area__count" });
  private readonly live = h("p", { class: "visually-hidden", "aria-live": "polite" });

  constructor(kit: Kit, host: HTMLElement, parts: Parts, actions: ShellActions) {
    const { t, tp } = kit.words;
    this.host = host;
    this.parts = parts;
    this.tabs = new Switch(
      "p-tab",
      t("Show"),
      [
        ["world", t("World")],
        ["program", t("Program")],
      ],
      actions.showTab,
    );
    this.views = new Switch(
      "p-view",
      t("Show the program as"),
      [
        ["strip", tp("view of the program", "Strip")],
        ["blocks", tp("view of the program", "Blocks")],
        ["python", "Python"],
      ],
      actions.showView,
    );
    host.replaceChildren(
      h("a", { class: "p-skip", href: "#run" }, t("Skip to Run")),
      kit.art.sheet,
      parts.top,
      parts.goal,
      parts.say,
      h("div", { class: "p-tabs" }, this.tabs.element),
      h("section", { class: "p-world", "aria-label": t("World") }, parts.world, ...(parts.town ? [parts.town] : [])),
      h(
        "section",
        { class: "p-prog", "aria-label": t("Program") },
        parts.toolbox,
        h(
          "div",
          { class: "p-area" },
          h("div", { class: "p-area__top" }, h("h2", {}, t("Your program")), parts.startAgain, this.views.element),
          this.area,
          h("div", { class: "p-area__foot" }, parts.edit, this.count),
        ),
      ),
      parts.win,
      parts.controls,
      parts.levels,
      this.live,
    );
  }

  show(tab: Tab, view: ViewName | "python", flags: Readonly<Record<string, boolean>>): void {
    this.tabs.show(tab);
    this.views.show(view);
    setAttributes(this.host, { "data-tab": tab, "data-view": view });
    for (const [name, on] of Object.entries(flags)) this.host.classList.toggle(name, on);
  }

  showCount(text: string): void {
    this.count.textContent = text;
  }

  /** Puts one of the views of the program in its place. */
  place(view: HTMLElement): void {
    if (this.area.firstElementChild !== view) this.area.replaceChildren(view);
  }

  /** Said by screen readers, shown to nobody. */
  announce(text: string): void {
    this.live.textContent = text;
  }

  focusRun(): void {
    this.parts.controls.querySelector<HTMLElement>("#run")?.focus();
  }
}

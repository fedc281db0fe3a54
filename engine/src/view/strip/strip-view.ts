/**
 * The program as a strip of pieces, in plain elements: lists of buttons that a finger, a key and a screen reader can
 * use. The chosen line shows where the next block goes.
 */
import { blockOf, walk } from "../../schema/edit.ts";
import type { Level } from "../../schema/level.ts";
import type { Statement } from "../../schema/program.ts";
import { elseText, startText } from "../blocks-words.ts";
import { h, replaceChildren } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import type { ProgramShown } from "../program-views.ts";
import { blockClass, blockIcon, choiceElement, statementText, statementWords } from "./block-element.ts";
import { type Shift, type Spot, START, sameSpot, spotId, spotsOf } from "./spots.ts";

export interface StripShown extends ProgramShown {
  readonly spot: Spot;
}

export interface StripActions {
  choose(spot: Spot): void;
  change(statement: Statement): void;
  shift(direction: Shift): void;
  remove(): void;
}

export class StripView {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly level: Level;
  private readonly actions: StripActions;
  private shown: StripShown | null = null;

  constructor(kit: Kit, level: Level, actions: StripActions) {
    this.kit = kit;
    this.level = level;
    this.actions = actions;
    this.element = h("ol", { class: "p-program", "aria-label": kit.words.t("Your program") });
    this.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  show(shown: StripShown): void {
    const before = this.shown;
    this.shown = shown;
    if (before?.program === shown.program && before.locked === shown.locked && sameSpot(before.spot, shown.spot)) {
      if (before.running === shown.running && before.stopped === shown.stopped) return;
    }
    const { program, spot } = shown;
    replaceChildren(
      this.element,
      h("li", {}, this.button(START, "p-blk p-blk--start", startText(this.kit.words), icon(this.kit, "flag"))),
      this.caretAfter(START),
      ...this.lines(program.body),
    );
    if (before && !sameSpot(before.spot, spot)) this.spotElement(spot)?.scrollIntoView({ block: "nearest" });
    this.element.querySelector(".is-running, .is-stopped")?.scrollIntoView({ block: "nearest" });
  }

  focus(spot: Spot): void {
    this.spotElement(spot)?.focus();
  }

  private lines(body: readonly Statement[]): (HTMLElement | null)[] {
    return body.flatMap((statement) => [
      statement.kind === "call" ? this.action(statement) : this.container(statement),
      this.caretAfter({ kind: "after", id: statement.id }),
    ]);
  }

  private action(statement: Statement): HTMLElement {
    const block = blockOf(statement);
    const text = statementText(this.kit, statement);
    const spot = { kind: "after", id: statement.id } as const;
    const button = this.button(spot, `${blockClass(block)} ${this.state(statement)}`, text, blockIcon(this.kit, block));
    button.setAttribute("aria-label", this.label(statement, text));
    return h("li", { class: "p-line" }, button, this.flag(statement));
  }

  private container(statement: Exclude<Statement, { kind: "call" }>): HTMLElement {
    const { words } = this.kit;
    const { id } = statement;
    const block = blockOf(statement);
    const otherwise = statement.kind === "if" ? statement.otherwise : undefined;
    const text = statementText(this.kit, statement);
    return h(
      "li",
      { class: `p-c ${blockClass(block).replace("p-blk ", "")}` },
      h("div", { class: "p-line" }, this.head(statement, text), this.flag(statement)),
      this.body(statement.body, { kind: "body", id }),
      otherwise && this.button({ kind: "otherwise", id }, "p-c__else", elseText(words)),
      otherwise && this.body(otherwise, { kind: "otherwise", id }),
      this.foot(id, words.t("End of “{block}”", { block: text })),
    );
  }

  private head(statement: Statement, text: string): HTMLElement {
    const block = blockOf(statement);
    const choice = this.shown?.locked ? null : choiceElement(this.kit, this.level, statement, this.actions.change);
    const button = this.button({ kind: "body", id: statement.id }, "p-blk__hit", "");
    button.setAttribute("aria-label", this.label(statement, text));
    const words = choice ? statementWords(this.kit, statement, choice) : [h("span", {}, text)];
    return h(
      "div",
      { class: `${blockClass(block)} p-c__head ${this.state(statement)}` },
      button,
      blockIcon(this.kit, block),
      ...words,
    );
  }

  private body(body: readonly Statement[], spot: Spot): HTMLElement {
    return h("ol", { class: "p-c__body" }, this.caretAfter(spot), ...this.lines(body));
  }

  private foot(id: string, label: string): HTMLElement {
    const foot = this.button({ kind: "after", id }, "p-c__foot", "");
    foot.setAttribute("aria-label", label);
    return foot;
  }

  private button(spot: Spot, className: string, text: string, picture?: SVGElement): HTMLButtonElement {
    const chosen = this.isChosen(spot);
    return h(
      "button",
      {
        type: "button",
        class: chosen ? `${className} is-chosen` : className,
        "aria-pressed": this.shown?.locked ? null : String(chosen),
        "data-key": keyOf(spot),
        onclick: () => this.actions.choose(spot),
      },
      picture,
      text && h("span", {}, text),
    );
  }

  private isChosen(spot: Spot): boolean {
    return this.shown !== null && !this.shown.locked && sameSpot(spot, this.shown.spot);
  }

  /** The line that says “the next block goes here”. */
  private caretAfter(spot: Spot): HTMLElement | null {
    return this.isChosen(spot) ? h("li", { class: "p-caret", "aria-hidden": "true" }) : null;
  }

  private state({ id }: Statement): string {
    return id === this.shown?.stopped ? "is-stopped" : id === this.shown?.running ? "is-running" : "";
  }

  private flag({ id }: Statement): HTMLElement | null {
    if (id !== this.shown?.stopped) return null;
    return h("span", { class: "p-flag" }, icon(this.kit, "octagon-alert"), this.kit.words.t("look here"));
  }

  private label({ id }: Statement, text: string): string {
    const ids = [...walk(this.shown?.program.body ?? [])].map((statement) => statement.id);
    return this.kit.words.t("{block}, block {number}", { block: text, number: ids.indexOf(id) + 1 });
  }

  private spotElement(spot: Spot): HTMLElement | null {
    return this.element.querySelector(`[data-key="${CSS.escape(keyOf(spot))}"]`);
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.shown || this.shown.locked || event.target instanceof HTMLSelectElement) return;
    const focused = (event.target as HTMLElement).dataset["key"];
    const spots = spotsOf(this.shown.program);
    const at = spots.findIndex((spot) => keyOf(spot) === focused);
    const act = this.meaning(event, spots, at);
    if (!act) return;
    event.preventDefault();
    // Keys act on the line that has the focus.
    if (at >= 0 && !sameSpot(spots[at] as Spot, this.shown.spot)) this.actions.choose(spots[at] as Spot);
    act();
    this.focus(this.shown.spot);
  }

  private meaning(event: KeyboardEvent, spots: readonly Spot[], at: number): (() => void) | null {
    const { key, altKey } = event;
    const { choose, shift, remove } = this.actions;
    if (altKey) {
      const direction = SHIFTS[key];
      return direction ? () => shift(direction) : null;
    }
    const next = key === "ArrowUp" ? spots[at - 1] : key === "ArrowDown" ? spots[at + 1] : undefined;
    if (next) return () => choose(next);
    const removes = (key === "Delete" || key === "Backspace") && spotId(spots[at] ?? START) !== null;
    return removes ? remove : null;
  }
}

const SHIFTS: Readonly<Record<string, Shift>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "out",
  ArrowRight: "in",
};

function keyOf(spot: Spot): string {
  return spot.kind === "start" ? "start" : `${spot.kind}-${spot.id}`;
}

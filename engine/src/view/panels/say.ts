/** The message strip: what happened, why, and what can be done about it. It is a live region, so it is said as well. */
import { blockOf } from "../../schema/edit.ts";
import type { Statement } from "../../schema/program.ts";
import { type Child, h } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import { blockClass, blockIcon, statementText } from "../strip/block-element.ts";

export interface Saying {
  readonly tone: "quiet" | "stop" | "won" | "hint" | "ask";
  /** For wide screens a sentence; for a phone at most 60 characters. */
  readonly head: string;
  readonly short: string;
  readonly body: string;
  /** The text is in this language rather than the page's. */
  readonly language?: string;
  /** There is something to point at. */
  readonly where: boolean;
  /** A button for the next hint. */
  readonly hint: string | null;
  /** Letters to choose from, the chosen one marked. */
  readonly options: readonly { readonly letter: string; readonly name: string; readonly chosen: boolean }[];
  /** Pieces of a solution that can be put into the program. */
  readonly pieces: readonly Statement[];
}

export interface SayActions {
  showWhere(): void;
  takeHint(): void;
  choose(index: number): void;
  usePiece(piece: Statement): void;
}

const ICONS: Readonly<Record<Saying["tone"], string>> = {
  quiet: "info",
  stop: "octagon-alert",
  won: "circle-check",
  hint: "lightbulb",
  ask: "circle-help",
};

export class SayPanel {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly actions: SayActions;
  /** Only the words are announced, not the buttons. */
  private readonly words = h("div", { role: "status", class: "p-say__words" });
  private readonly picture = h("div", { class: "p-say__icon" });
  private readonly tools = h("div", { class: "p-say__tools" });
  private said = "";

  constructor(kit: Kit, actions: SayActions) {
    this.kit = kit;
    this.actions = actions;
    this.element = h(
      "section",
      { class: "p-say", "aria-label": kit.words.t("What happened") },
      this.picture,
      h("div", {}, this.words, this.tools),
    );
  }

  show(saying: Saying): void {
    const said = JSON.stringify(saying);
    // Saying the same again would interrupt a screen reader.
    if (said === this.said) return;
    this.said = said;
    const { tone, head, short, body, language } = saying;
    this.element.dataset["tone"] = tone;
    this.picture.replaceChildren(icon(this.kit, ICONS[tone]));
    const lang = language ?? null;
    this.words.replaceChildren(
      h(
        "p",
        { class: "p-say__head", lang },
        h("span", { class: "p-wide" }, head),
        h("span", { class: "p-narrow" }, short),
      ),
      // A short form of its own says it all.
      body ? h("p", { class: short === head ? "p-say__body" : "p-say__body p-wide", lang }, body) : "",
    );
    this.tools.replaceChildren(...this.buttons(saying).filter((child): child is HTMLElement => child !== null));
  }

  private buttons({ where, hint, options, pieces }: Saying): (HTMLElement | null)[] {
    const { t } = this.kit.words;
    const { showWhere, takeHint } = this.actions;
    return [
      where ? this.button("p-btn p-btn--small", showWhere, icon(this.kit, "eye"), t("Show me where")) : null,
      hint === null
        ? null
        : this.button("p-btn p-btn--small p-btn--quiet", takeHint, icon(this.kit, "lightbulb"), hint),
      ...options.map(({ letter, name, chosen }, index) => {
        const button = this.button("p-letter-btn", () => this.actions.choose(index), letter);
        button.setAttribute("aria-label", name);
        button.setAttribute("aria-pressed", String(chosen));
        return button;
      }),
      ...pieces.map((piece) => this.piece(piece)),
    ];
  }

  private piece(piece: Statement): HTMLElement {
    const block = blockOf(piece);
    const text = statementText(this.kit, piece);
    const use = () => this.actions.usePiece(piece);
    const button = this.button(`${blockClass(block)} p-blk--tool`, use, blockIcon(this.kit, block), text);
    button.setAttribute("aria-label", this.kit.words.t("Add “{block}”", { block: text }));
    return button;
  }

  private button(className: string, press: () => void, ...children: Child[]): HTMLButtonElement {
    return h("button", { type: "button", class: className, onclick: press }, ...children);
  }
}

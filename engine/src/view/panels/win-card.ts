/** The card that closes a won level: marks, the town's fact, perhaps a question, and the way on. */
import type { Mark } from "../../schema/player-data.ts";
import { h, replaceChildren } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import { markList } from "../marks.ts";

export interface WinShown {
  readonly title: string;
  readonly message: string;
  readonly fact: string;
  readonly possible: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly question: Question | null;
  /** Where “next” leads: another level, or the end of the activity. */
  readonly next: { readonly url: string; readonly text: string };
  /** Texts that are in English for want of a translation. */
  readonly englishFact: boolean;
}

export interface Question {
  readonly ask: string;
  readonly options: readonly { readonly name: string; readonly text: string }[];
  readonly answered: "right" | "wrong" | null;
}

export interface WinActions {
  answer(option: string): void;
  tryAnotherWay(): void;
}

export class WinCard {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly actions: WinActions;
  private readonly landmark: string;

  constructor(kit: Kit, landmark: string, actions: WinActions) {
    this.kit = kit;
    this.actions = actions;
    this.landmark = `landmark-${landmark}`;
    this.element = h("section", { class: "p-win", "aria-labelledby": "p-win-title", hidden: true });
  }

  show(shown: WinShown | null): void {
    const opens = shown !== null && this.element.hidden;
    this.element.hidden = shown === null;
    if (!shown) return this.element.replaceChildren();
    replaceChildren(this.element, this.told(shown), this.way(shown));
    if (opens) this.element.querySelector<HTMLElement>(".p-win__next")?.focus({ preventScroll: true });
  }

  private picture(): HTMLElement {
    const { art } = this.kit;
    return h(
      "div",
      { class: "p-win__picture" },
      art.has(this.landmark) && art.picture(this.landmark, "p-win__landmark"),
      art.picture("ora-cheer", "p-win__ora"),
      art.picture("lantern-lit", "p-win__lantern"),
    );
  }

  private told({ title, message, fact, possible, marks, question, englishFact }: WinShown): HTMLElement {
    const { words } = this.kit;
    return h(
      "div",
      { class: question ? "p-win__told has-question" : "p-win__told" },
      this.picture(),
      h(
        "div",
        { class: "p-win__text" },
        h("h2", { id: "p-win-title" }, title),
        h("p", { class: "p-narrow" }, message),
        markList(words, possible, marks),
        fact &&
          h(
            "p",
            { class: "p-win__fact", lang: englishFact ? "en" : null },
            icon(this.kit, "map-pin"),
            h("span", {}, fact),
          ),
        question && this.question(question),
      ),
    );
  }

  private way({ next }: WinShown): HTMLElement {
    return h(
      "div",
      { class: "p-win__way" },
      h(
        "a",
        { class: "p-key p-win__next", href: next.url, "data-key": "next" },
        next.text,
        icon(this.kit, "arrow-right", true),
      ),
      h(
        "button",
        { type: "button", class: "p-btn p-btn--quiet", "data-key": "again", onclick: this.actions.tryAnotherWay },
        this.kit.words.t("Try another way"),
      ),
    );
  }

  private question({ ask, options, answered }: Question): HTMLElement {
    const { t } = this.kit.words;
    const said =
      answered === "right"
        ? t("Yes, that is why.")
        : answered === "wrong"
          ? t("Not quite. Look at your program and choose again.")
          : "";
    return h(
      "fieldset",
      { class: "p-question" },
      h("legend", {}, ask),
      ...options.map(({ name, text }) =>
        h(
          "button",
          {
            type: "button",
            class: "p-btn p-btn--small",
            "data-key": `explain-${name}`,
            "aria-disabled": answered === "right" ? "true" : null,
            onclick: () => answered !== "right" && this.actions.answer(name),
          },
          text,
        ),
      ),
      h("p", { role: "status" }, said),
    );
  }
}

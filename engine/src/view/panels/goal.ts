/** The task: what to do, said by Ora, written and read aloud. */
import type { PlayerData } from "../../schema/player-data.ts";
import { h, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import { Reader, sentencesOf } from "../speech.ts";

export class GoalPanel {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly reader: Reader;
  private readonly listen: HTMLButtonElement;
  private readonly hint: HTMLButtonElement;
  private readonly sentences: readonly HTMLElement[];

  constructor(kit: Kit, data: PlayerData, takeHint: () => void) {
    const { t } = kit.words;
    this.kit = kit;
    const goal = this.spoken(data, "goal");
    const instructions = this.spoken(data, "instructions");
    this.sentences = [...goal, ...instructions];
    this.listen = h("button", { type: "button", class: "p-ib p-ib--line", hidden: true, onclick: () => this.toggle() });
    this.hint = h(
      "button",
      { type: "button", class: "p-ib p-ib--line p-hint", onclick: takeHint },
      icon(kit, "lightbulb"),
    );
    this.element = h(
      "section",
      { class: "p-goal", "aria-label": t("Your task") },
      kit.art.picture("ora-south", "p-goal__ora"),
      h("div", { class: "p-goal__text" }, h("h2", {}, ...goal), h("p", {}, ...instructions)),
      h("div", { class: "p-goal__buttons" }, this.listen, this.hint),
    );
    this.reader = new Reader(kit.words.language, (available) => (this.listen.hidden = !available));
    this.showReading(false);
  }

  /** @param left hints not taken yet; without any hint the button is away */
  show({ left, of, offered }: { left: number; of: number; offered: boolean }): void {
    const { t } = this.kit.words;
    const next = Math.min(of - left + 1, of);
    const name = t("Hint {number} of {all}", { number: next, all: of });
    this.hint.hidden = of === 0;
    this.hint.classList.toggle("is-offered", offered);
    setAttributes(this.hint, { "aria-label": name, title: name });
  }

  stop(): void {
    this.reader.stop();
  }

  private spoken({ text, untranslated }: PlayerData, key: string): HTMLElement[] {
    const english = untranslated.includes(key);
    const language = english ? "en" : this.kit.words.language;
    return sentencesOf(text[key] ?? "", language).map((sentence) =>
      h("span", { class: "p-sentence", lang: english ? "en" : null }, sentence, " "),
    );
  }

  private toggle(): void {
    if (this.reader.isReading) return this.reader.stop();
    const texts = this.sentences.map((sentence) => sentence.textContent ?? "");
    this.reader.read(texts, (index) => {
      for (const [each, sentence] of this.sentences.entries()) sentence.classList.toggle("is-read", each === index);
      this.showReading(index !== null);
    });
  }

  private showReading(reading: boolean): void {
    const { t } = this.kit.words;
    const name = reading ? t("Stop reading aloud") : t("Listen to the task");
    setAttributes(this.listen, { "aria-label": name, title: name });
    this.listen.replaceChildren(icon(this.kit, reading ? "pause" : "volume-2"));
  }
}

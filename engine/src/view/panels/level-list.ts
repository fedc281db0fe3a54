/** All levels of the activity with their marks, in a dialog; what the page adds stands below them. */
import type { PlayerData } from "../../schema/player-data.ts";
import { h } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import { MARKS, markName, markShape } from "../marks.ts";
import type { MarksOf } from "./top-bar.ts";

export interface LevelListActions {
  toggleSound(): void;
  openReading(): void;
}

export class LevelList {
  readonly element: HTMLDialogElement;
  private readonly kit: Kit;
  private readonly data: PlayerData;
  private readonly list = h("ol", { class: "p-levels" });
  private readonly sound: HTMLButtonElement;

  /** @param extra what the page offers besides: saving progress to a file and the like */
  constructor(kit: Kit, data: PlayerData, extra: Node | null, actions: LevelListActions) {
    this.kit = kit;
    this.data = data;
    const { t } = kit.words;
    this.sound = h("button", { type: "button", class: "p-btn p-btn--small", onclick: actions.toggleSound });
    const openReading = () => {
      this.element.close();
      actions.openReading();
    };
    this.element = h(
      "dialog",
      { class: "p-dialog", "aria-labelledby": "p-levels-title" },
      h(
        "form",
        { method: "dialog", class: "p-dialog__head" },
        h("h2", { id: "p-levels-title" }, data.activity.title),
        h("button", { class: "p-ib p-ib--line", "aria-label": t("Close") }, icon(kit, "x")),
      ),
      this.list,
      h(
        "p",
        { class: "p-levels__more" },
        this.sound,
        h(
          "button",
          { type: "button", class: "p-btn p-btn--small", onclick: openReading },
          icon(kit, "a-large-small"),
          t("Reading options"),
        ),
      ),
      extra,
    );
    // A tap beside the dialog closes it.
    this.element.addEventListener("click", ({ target }) => target === this.element && this.element.close());
  }

  open(marksOf: MarksOf): void {
    this.list.replaceChildren(...this.data.path.map((level, index) => this.item(level, index + 1, marksOf)));
    this.element.showModal();
  }

  showSound(on: boolean): void {
    const { t } = this.kit.words;
    this.sound.replaceChildren(icon(this.kit, on ? "volume-2" : "volume-x"), on ? t("Sound is on") : t("Sound is off"));
    this.sound.setAttribute("aria-pressed", String(on));
  }

  private item({ slug, title, url }: PlayerData["path"][number], number: number, marksOf: MarksOf): HTMLElement {
    const { words } = this.kit;
    const marks = marksOf(slug);
    const names = marks.map((mark) => markName(words, mark));
    return h(
      "li",
      {},
      h(
        "a",
        { href: url, "aria-current": slug === this.data.slug ? "page" : null },
        h("b", {}, String(number)),
        h("span", {}, title),
        h(
          "span",
          { class: "p-levels__marks" },
          ...MARKS.filter((mark) => mark === "works" || marks.includes(mark)).map((mark) =>
            markShape(mark, marks.includes(mark)),
          ),
        ),
        h("span", { class: "visually-hidden" }, names.join(", ")),
      ),
    );
  }
}

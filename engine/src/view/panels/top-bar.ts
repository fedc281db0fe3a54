/** The bar at the top: leave, where we are on the way, sound, reading options, language. */
import type { Mark, PlayerData } from "../../schema/player-data.ts";
import { h, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";

export interface TopBarActions {
  openLevels(): void;
  toggleSound(): void;
  openReading(): void;
}

export type MarksOf = (slug: string) => readonly Mark[];

export class TopBar {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly data: PlayerData;
  private readonly path: HTMLElement;
  private readonly all: HTMLButtonElement;
  private readonly sound: HTMLButtonElement;

  constructor(kit: Kit, data: PlayerData, actions: TopBarActions) {
    const { t } = kit.words;
    this.kit = kit;
    this.data = data;
    this.path = h("ol", { class: "p-path__dots" });
    this.all = h("button", { type: "button", class: "p-path__all", onclick: actions.openLevels }, icon(kit, "list"));
    this.sound = h("button", { type: "button", class: "p-ib", onclick: actions.toggleSound });
    const leave = t("Leave. Your program stays on this device.");
    this.element = h(
      "header",
      { class: "p-top" },
      h(
        "a",
        { class: "p-ib", href: data.urls.leave, "aria-label": leave, title: leave },
        icon(kit, "arrow-left", true),
      ),
      h("h1", {}, this.title(), h("small", {}, ...this.subtitle())),
      h("nav", { class: "p-path", "aria-label": t("Levels") }, this.path, this.all),
      h(
        "div",
        { class: "p-top__icons" },
        this.sound,
        this.button("a-large-small", t("Reading options"), actions.openReading),
        h(
          "a",
          {
            class: "p-ib",
            href: data.urls.languages,
            "aria-label": t("Choose a language"),
            title: t("Choose a language"),
          },
          icon(kit, "languages"),
        ),
      ),
    );
  }

  show(marksOf: MarksOf, sound: boolean): void {
    const { t } = this.kit.words;
    const { counted } = this;
    const done = counted.filter(({ slug }) => marksOf(slug).includes("works")).length;
    const name = t("{done} of {all} levels done. Show all levels", { all: counted.length, done });
    setAttributes(this.all, { "aria-label": name, title: t("All levels") });
    this.path.replaceChildren(...this.data.path.map((_, index) => this.dot(index, marksOf)));
    const soundName = sound ? t("Sound is on") : t("Sound is off");
    setAttributes(this.sound, { "aria-label": soundName, title: soundName, "aria-pressed": String(sound) });
    this.sound.replaceChildren(icon(this.kit, sound ? "volume-2" : "volume-x"));
  }

  private get counted(): PlayerData["path"] {
    return this.data.path.filter(({ kind }) => kind !== "create");
  }

  private get number(): number {
    return this.data.path.findIndex(({ slug }) => slug === this.data.slug) + 1;
  }

  private title(): HTMLElement {
    const english = this.data.untranslated.includes("title");
    return h("span", { lang: english ? "en" : null }, this.data.text["title"] ?? "");
  }

  private subtitle(): HTMLElement[] {
    const { t } = this.kit.words;
    const { title } = this.data.activity;
    // The level for free play comes after the others and has no number.
    if (this.number > this.counted.length) return [h("span", {}, title)];
    const params = { number: this.number, all: this.counted.length };
    return [
      h("span", { class: "p-wide" }, t("{activity}, level {number} of {all}", { activity: title, ...params })),
      h("span", { class: "p-narrow" }, t("Level {number} of {all}", params)),
    ];
  }

  private dot(index: number, marksOf: MarksOf): HTMLElement {
    const { slug, title, url, kind } = this.data.path[index] as PlayerData["path"][number];
    const isDone = marksOf(slug).includes("works");
    const isHere = slug === this.data.slug;
    const { t } = this.kit.words;
    const params = { number: index + 1, title };
    const name = isDone ? t("Level {number}, {title}: done", params) : t("Level {number}, {title}", params);
    const classes = ["p-dot", isDone && "is-done", isHere && "is-here", kind === "create" && "is-free"];
    const sign = isHere && kind !== "create" ? String(index + 1) : isDone ? icon(this.kit, "check") : null;
    return h(
      "li",
      { class: classes.filter(Boolean).join(" ") },
      // The list of levels is one step for the tab key, where the dots would be one each.
      h(
        "a",
        { href: url, tabindex: -1, "aria-label": name, title, "aria-current": isHere ? "page" : null },
        h("b", {}, sign),
      ),
    );
  }

  private button(name: string, label: string, press: () => void): HTMLElement {
    return h(
      "button",
      { type: "button", class: "p-ib", "aria-label": label, title: label, onclick: press },
      icon(this.kit, name),
    );
  }
}

/** The tools of the town editor: what to paint, how big, where Ora looks; and the town as a file or a link. */
import type { Tile } from "../../schema/world.ts";
import { h, replaceChildren, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import { type Town, standingOn } from "../world/scene.ts";
import { tileName } from "../world/words.ts";

export interface TownShown {
  readonly open: boolean;
  readonly brush: Tile;
  readonly rows: number;
  readonly columns: number;
  readonly can: {
    readonly moreRows: boolean;
    readonly fewerRows: boolean;
    readonly moreColumns: boolean;
    readonly fewerColumns: boolean;
  };
  /** What came of saving, opening or sharing. */
  readonly message: string;
}

export interface TownActions {
  open(open: boolean): void;
  pick(brush: Tile): void;
  turn(): void;
  resize(rows: number, columns: number): void;
  save(): void;
  load(file: File): void;
  share(): void;
}

export class TownTools {
  readonly element = h("div", { class: "p-town" });
  private readonly kit: Kit;
  private readonly town: Town;
  private readonly brushes: readonly Tile[];
  private readonly actions: TownActions;
  private readonly message = h("p", { class: "p-town__message", role: "status" });

  constructor(kit: Kit, town: Town, brushes: readonly Tile[], actions: TownActions) {
    this.kit = kit;
    this.town = town;
    this.brushes = brushes;
    this.actions = actions;
  }

  show(shown: TownShown): void {
    const { t } = this.kit.words;
    const toggle = () => this.actions.open(!shown.open);
    const open = this.button(
      shown.open ? "check" : "square-pen",
      shown.open ? t("Town is ready") : t("Change the town"),
      toggle,
      "toggle",
    );
    setAttributes(open, { "aria-expanded": String(shown.open) });
    if (this.message.textContent !== shown.message) this.message.textContent = shown.message;
    replaceChildren(
      this.element,
      ...(shown.open ? [this.palette(shown.brush), this.sizes(shown, open)] : [this.files(open)]),
      this.message,
    );
  }

  private palette(chosen: Tile): HTMLElement {
    const { words, art } = this.kit;
    return h(
      "div",
      { class: "p-brushes", role: "group", "aria-label": words.t("What to paint") },
      ...this.brushes.map((tile) =>
        h(
          "button",
          {
            type: "button",
            class: "p-brush",
            "aria-pressed": String(tile === chosen),
            "data-key": `brush-${tile}`,
            onclick: () => this.actions.pick(tile),
          },
          art.picture(this.drawingOf(tile), "p-brush__picture"),
          h("span", {}, tileName(words, tile)),
        ),
      ),
    );
  }

  private drawingOf(tile: Tile): string {
    if (tile === "lantern") return "lantern-lit";
    if (tile === "water") return "canal";
    return standingOn(tile, this.town) ?? tile;
  }

  private sizes({ rows, columns, can }: TownShown, open: HTMLElement): HTMLElement {
    const { t, tn } = this.kit.words;
    const { resize, turn } = this.actions;
    return h(
      "div",
      { class: "p-sizes" },
      open,
      h(
        "button",
        {
          type: "button",
          class: "p-ib p-ib--line",
          "aria-label": t("Turn Ora"),
          title: t("Turn Ora"),
          "data-key": "turn",
          onclick: turn,
        },
        icon(this.kit, "rotate-cw"),
      ),
      this.stepper(
        tn("{n} row", "{n} rows", rows),
        t("One row less"),
        t("One row more"),
        can.fewerRows,
        can.moreRows,
        (by) => resize(rows + by, columns),
      ),
      this.stepper(
        tn("{n} column", "{n} columns", columns),
        t("One column less"),
        t("One column more"),
        can.fewerColumns,
        can.moreColumns,
        (by) => resize(rows, columns + by),
      ),
    );
  }

  private stepper(
    text: string,
    less: string,
    more: string,
    canLess: boolean,
    canMore: boolean,
    change: (by: number) => void,
  ): HTMLElement {
    const button = (name: string, label: string, can: boolean, by: number) =>
      h(
        "button",
        {
          type: "button",
          class: "p-ib p-ib--line",
          "aria-label": label,
          "aria-disabled": can ? null : "true",
          "data-key": label,
          onclick: () => can && change(by),
        },
        icon(this.kit, name),
      );
    return h(
      "div",
      { class: "p-stepper" },
      button("minus", less, canLess, -1),
      h("span", {}, text),
      button("plus", more, canMore, 1),
    );
  }

  private files(open: HTMLElement): HTMLElement {
    const { t } = this.kit.words;
    const input = h("input", {
      type: "file",
      accept: "application/json,.json",
      class: "visually-hidden",
      "data-key": "open",
    });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) this.actions.load(file);
    });
    return h(
      "div",
      { class: "p-town__files" },
      open,
      this.button("save", t("Save as a file"), this.actions.save, "save"),
      h("label", { class: "p-btn p-btn--small" }, input, icon(this.kit, "file-up"), t("Open a file")),
      this.button("link", t("Copy a link"), this.actions.share, "share"),
    );
  }

  private button(name: string, text: string, press: () => void, key: string): HTMLElement {
    return h(
      "button",
      { type: "button", class: "p-btn p-btn--small", "data-key": key, onclick: press },
      icon(this.kit, name),
      text,
    );
  }
}

/** The blocks on offer: a tap puts one into the program, behind the chosen line. */
import { blockOf, newStatement } from "../../schema/edit.ts";
import type { Block } from "../../schema/level.generated.ts";
import type { Statement } from "../../schema/program.ts";
import { blockName } from "../blocks-words.ts";
import { h, replaceChildren } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import type { Offer } from "./bank.ts";
import { blockClass, blockIcon, statementText } from "./block-element.ts";

export interface ToolboxShown {
  readonly offer: Offer;
  /** A hint points at this block. */
  readonly pointed: Block | null;
  /** The very first level: here is where to begin. */
  readonly inviting: boolean;
}

export class Toolbox {
  readonly element: HTMLElement;
  private readonly kit: Kit;
  private readonly add: (piece: Statement) => void;
  private readonly list: HTMLUListElement;

  constructor(kit: Kit, add: (piece: Statement) => void) {
    this.kit = kit;
    this.add = add;
    this.list = h("ul", {});
    const arrow = icon(kit, "arrow-down");
    this.element = h("section", { class: "p-tools" }, h("h2", {}, kit.words.t("Blocks"), arrow), this.list);
  }

  show({ offer, pointed, inviting }: ToolboxShown): void {
    const hadFocus = this.list.contains(document.activeElement);
    this.element.classList.toggle("is-inviting", inviting);
    replaceChildren(
      this.list,
      ...offer.map((each) => {
        const isPiece = typeof each !== "string";
        const block = isPiece ? blockOf(each) : each;
        const text = isPiece ? statementText(this.kit, each) : blockName(this.kit.words, block);
        const piece = isPiece ? each : newStatement(each, "");
        return h("li", {}, this.button(block, text, piece, block === pointed));
      }),
    );
    // The piece that had the focus may be used up.
    if (hadFocus && !this.list.contains(document.activeElement)) this.list.querySelector("button")?.focus();
  }

  private button(block: Block, text: string, piece: Statement, pointed: boolean): HTMLElement {
    return h(
      "button",
      {
        type: "button",
        class: `${blockClass(block)} p-blk--tool${pointed ? " is-pointed" : ""}`,
        "aria-label": this.kit.words.t("Add “{block}”", { block: text }),
        "data-key": piece.id || block,
        onclick: () => this.add(piece),
      },
      blockIcon(this.kit, block),
      h("span", {}, text),
    );
  }
}

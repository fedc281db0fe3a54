/** The place of the blocks view: Blockly is fetched when it is first shown. */
import type { Block } from "../schema/level.generated.ts";
import type { Level } from "../schema/level.ts";
import type { Statement } from "../schema/program.ts";
import type { BlocksView } from "../view/blocks/blocks-view.ts";
import { h } from "../view/dom.ts";
import type { Kit } from "../view/kit.ts";
import type { ProgramShown } from "../view/program-views.ts";
import { addPiece, chooseBlock, replaceProgram } from "./editing.ts";
import type { Apply } from "./parts.ts";

export class BlocksSlot {
  readonly element = h("div", { class: "p-blocks" });
  /** On a phone the player's own toolbox is used, since Blockly's would leave no room for the program. */
  readonly bare = matchMedia("(width < 40rem), (width < 60rem) and (height < 52rem)").matches;
  private readonly kit: Kit;
  private readonly level: Level;
  private readonly media: string;
  private readonly apply: Apply;
  private view: BlocksView | null = null;
  private loading = false;
  private shown: ProgramShown | null = null;

  constructor(kit: Kit, level: Level, media: string, apply: Apply) {
    this.kit = kit;
    this.level = level;
    this.media = media;
    this.apply = apply;
  }

  show(shown: ProgramShown, offer: readonly Block[] | readonly Statement[]): void {
    this.shown = shown;
    if (this.view) this.view.show(shown);
    else if (!this.loading) void this.load(offer);
  }

  stop(): void {
    this.view?.stop();
  }

  private async load(offer: readonly Block[] | readonly Statement[]): Promise<void> {
    const { t } = this.kit.words;
    this.loading = true;
    this.say(t("The blocks are on their way …"));
    try {
      const { BlocksView, loadBlocks } = await import("../view/blocks/blocks-view.ts");
      await loadBlocks(this.kit, this.level);
      // Another view was chosen meanwhile: next time.
      if (!this.element.isConnected) return;
      this.view = new BlocksView(
        this.kit,
        this.element,
        { media: this.media, offer, toolbox: !this.bare },
        {
          change: (program, loose) => this.apply((state) => replaceProgram(state, program, loose)),
          choose: (id) => this.apply((state) => chooseBlock(state, id)),
          add: (piece) => this.apply((state) => addPiece(state, piece)),
        },
      );
      if (this.shown) this.view.show(this.shown);
    } catch {
      this.say(t("The blocks could not be loaded. Use the strip: it is the same program."));
    } finally {
      this.loading = false;
    }
  }

  private say(text: string): void {
    this.element.replaceChildren(h("p", { class: "p-blocks__wait", role: "status" }, text));
  }
}

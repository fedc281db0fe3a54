/** The place of the blocks view: Blockly is fetched when it is first shown. */
import type { Block } from "../schema/level.generated.ts";
import type { Level } from "../schema/level.ts";
import type { BlocksView } from "../view/blocks/blocks-view.ts";
import { h } from "../view/dom.ts";
import type { Offer } from "../view/strip/bank.ts";
import type { Kit } from "../view/kit.ts";
import type { ProgramShown } from "../view/program-views.ts";
import { addPiece, chooseBlock, replaceProgram } from "./editing.ts";
import type { Apply } from "./parts.ts";

/** As in frame.css, in words that older browsers know. */
const PHONE = "(max-width: 39.9rem), (max-width: 59.9rem) and (max-height: 51.9rem)";

export class BlocksSlot {
  readonly element = h("div", { class: "p-blocks" });
  /** On a phone the player's own toolbox is used, since Blockly's would leave no room for the program. */
  readonly bare = matchMedia(PHONE).matches;
  private readonly kit: Kit;
  private readonly level: Level;
  private readonly media: string;
  private readonly apply: Apply;
  private view: BlocksView | null = null;
  private loading = false;
  private shown: ProgramShown | null = null;
  private pointed: Block | null = null;

  constructor(kit: Kit, level: Level, media: string, apply: Apply) {
    this.kit = kit;
    this.level = level;
    this.media = media;
    this.apply = apply;
  }

  show(shown: ProgramShown, pointed: Block | null, offer: Offer): void {
    this.shown = shown;
    this.pointed = pointed;
    if (this.view) this.view.show(shown, pointed);
    else if (!this.loading) void this.load(offer);
  }

  /** Before a run: what was changed a moment ago is part of the program. */
  settle(): void {
    if (this.element.isConnected) this.view?.tell();
  }

  stop(): void {
    this.view?.stop();
  }

  private async load(offer: Offer): Promise<void> {
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
      if (this.shown) this.view.show(this.shown, this.pointed);
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

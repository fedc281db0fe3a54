/** The program as Blockly blocks. Loaded only when the learner chooses it; Blockly brings keyboard and speech itself. */
import * as Blockly from "blockly/core";
import {
  type BlockJson,
  START_BLOCK,
  type WorkspaceJson,
  blocklyToProgram,
  looseBlocks,
  programToBlockly,
} from "../../language/blockly.ts";
import { newStatement, walk } from "../../schema/edit.ts";
import type { Block } from "../../schema/level.generated.ts";
import type { Level } from "../../schema/level.ts";
import type { Program, Statement } from "../../schema/program.ts";
import { startText } from "../blocks-words.ts";
import { h, setAttributes } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";
import type { ProgramShown } from "../program-views.ts";
import { type Offer, leftOf } from "../strip/bank.ts";
import { definitionsFor } from "./definitions.ts";
import { loadMessages } from "./locales.ts";
import { PLUGINS, goHome, markOverflow } from "./room.ts";
import { silently } from "./silence.ts";
import { MEASURES, THEME } from "./theme.ts";
import "./blocks.css";

export interface BlocksActions {
  /** @param loose ids of stacks that hang on nothing */
  change(program: Program, loose: readonly string[]): void;
  /** A block of the program was chosen: the next one goes behind it. */
  choose(id: string): void;
  /** A tap in the toolbox, as an alternative to dragging. */
  add(piece: Statement): void;
}

export interface BlocksOptions {
  /** Folder of Blockly's own pictures. */
  readonly media: string;
  /** What the toolbox offers to an empty program. */
  readonly offer: Offer;
  /** Where there is little room the page's own toolbox does instead of Blockly's. */
  readonly toolbox: boolean;
}

/** Makes ready all that a `BlocksView` of this level rests on. */
export async function loadBlocks(kit: Kit, level: Level): Promise<void> {
  const [messages] = await Promise.all([
    loadMessages(kit.words.language),
    // Blockly measures its words once; it must not do so in another face.
    document.fonts.load(
      `${THEME.fontStyle.weight} ${THEME.fontStyle.size}pt ${THEME.fontStyle.family}`,
      startText(kit.words),
    ),
  ]);
  Blockly.setLocale({ ...messages, HELP_PROMPT: keyboardHelp(kit) });
  for (const definition of definitionsFor(level, kit.words)) {
    delete Blockly.Blocks[definition.type];
    Blockly.common.defineBlocksWithJsonArray([definition]);
  }
}

export class BlocksView {
  private readonly kit: Kit;
  private readonly element = h("div", { class: "p-blockly" });
  private readonly bin: HTMLElement;
  private readonly workspace: Blockly.WorkspaceSvg;
  private readonly actions: BlocksActions;
  private readonly offer: Offer;
  private readonly observer: ResizeObserver;
  private left: Offer;
  private shown: Program | null = null;
  private marked: Blockly.BlockSvg | null = null;

  /** @param host stands in the page already: Blockly measures what it draws */
  constructor(kit: Kit, host: HTMLElement, { media, offer, toolbox }: BlocksOptions, actions: BlocksActions) {
    this.kit = kit;
    this.actions = actions;
    this.offer = this.left = offer;
    const { element } = this;
    this.bin = h("div", { class: "p-blockly__bin", "aria-hidden": "true" }, icon(kit, "trash-2"));
    host.replaceChildren(element);
    const options: Blockly.BlocklyOptions = {
      renderer: "thrasos",
      rendererOverrides: MEASURES,
      theme: THEME,
      media,
      rtl: kit.direction === "rtl",
      sounds: false,
      plugins: PLUGINS,
      // A block dropped on the toolbox is gone; where there is none, there is a bin.
      trashcan: !toolbox,
      // Nothing lies in the bin to be taken out again: that is what undo is for.
      maxTrashcanContents: 0,
      comments: false,
      collapse: false,
      disable: false,
      zoom: { pinch: true, wheel: false, startScale: 0.95 },
      move: { scrollbars: true, drag: true, wheel: true },
      ...(toolbox ? { toolbox: toolboxOf(offer) } : {}),
    };
    this.workspace = silently(() => Blockly.inject(element, options));
    // On this Blockly measures words; it stands outside all landmarks.
    document.querySelector(".blocklyComputeCanvas")?.setAttribute("aria-hidden", "true");
    this.workspace.addChangeListener((event) => this.onChange(event));
    this.workspace
      .getFlyout()
      ?.getWorkspace()
      .addChangeListener((event) => this.onTap(event));
    if (toolbox) element.append(this.bin);
    this.quietFlyout();
    this.observer = new ResizeObserver(() => {
      // Another view in its place leaves it without size; a resize then would scroll the blocks away.
      if (element.clientWidth === 0) return;
      Blockly.svgResize(this.workspace);
      markOverflow(element, this.workspace);
    });
    this.observer.observe(element);
  }

  /** @param pointed a block of the toolbox that a hint points at */
  show({ program, running, stopped, locked }: ProgramShown, pointed: Block | null): void {
    if (program !== this.shown && !this.hasAlready(program)) this.load(program);
    this.fillToolbox();
    this.shown = program;
    if (this.workspace.isReadOnly() !== locked) this.workspace.setIsReadOnly(locked);
    this.workspace.highlightBlock(running);
    this.mark(stopped);
    this.bringIntoSight(running ?? stopped);
    for (const block of this.workspace.getFlyout()?.getWorkspace().getTopBlocks() ?? []) {
      const { classList } = (block as Blockly.BlockSvg).getSvgRoot();
      classList.toggle("is-pointed", block.type === `codora_${pointed}`);
    }
  }

  stop(): void {
    this.observer.disconnect();
    this.workspace.dispose();
  }

  private onChange(event: Blockly.Events.Abstract): void {
    if (event instanceof Blockly.Events.BlockDrag) {
      this.showBin(event.isStart === true && Blockly.Gesture.inProgress());
      if (!event.isStart && event.blockId) this.keepFocus(event.blockId);
    }
    if (event instanceof Blockly.Events.ViewportChange) markOverflow(this.element, this.workspace);
    if (event instanceof Blockly.Events.Selected && event.newElementId) return this.actions.choose(event.newElementId);
    if (!event.isUiEvent && !this.workspace.isDragging()) this.tell();
  }

  /** A block that is set down moves within the page and may lose the focus on the way: then no key would be heard. */
  private keepFocus(id: string): void {
    void Blockly.renderManagement.finishQueuedRenders().then(() => {
      const block = this.workspace.getBlockById(id);
      if (block && document.activeElement === document.body) block.getFocusableElement().focus({ preventScroll: true });
    });
  }

  /** While a finger or the mouse drags a block, the toolbox says that it takes blocks back. */
  private showBin(dragging: boolean): void {
    this.bin.style.inlineSize = `${this.workspace.getFlyout()?.getWidth() ?? 0}px`;
    this.element.classList.toggle("is-dragging", dragging);
  }

  /** Tells the program as it stands. Blockly's own events come a little after the change. */
  tell(): void {
    const json = this.save();
    this.shown = blocklyToProgram(json);
    this.actions.change(this.shown, looseBlocks(json));
  }

  private onTap(event: Blockly.Events.Abstract): void {
    if (!(event instanceof Blockly.Events.Click) || !event.blockId || this.workspace.isReadOnly()) return;
    const tapped = this.workspace.getFlyout()?.getWorkspace().getBlockById(event.blockId);
    if (!tapped) return;
    const json = Blockly.serialization.blocks.save(tapped) as BlockJson;
    const [piece] = statementsOf(json);
    if (piece) this.actions.add(piece);
  }

  /** Pieces that are used, joined to the program or not, are gone from the toolbox. */
  private fillToolbox(): void {
    if (!this.workspace.getFlyout()) return;
    const used = (this.save().blocks?.blocks ?? []).flatMap(statementsOf);
    const left = leftOf(this.offer, walk(used));
    if (left.length !== this.left.length) {
      this.workspace.updateToolbox(toolboxOf(left));
      this.quietFlyout();
    }
    this.left = left;
  }

  /** Where blocks may join is no choice of the toolbox: in its list screen readers hear the blocks alone. */
  private quietFlyout(): void {
    void Blockly.renderManagement.finishQueuedRenders().then(() => {
      const joints = this.workspace.getInjectionDiv().querySelectorAll(".blocklyFlyout [role=figure]");
      for (const joint of joints) setAttributes(joint, { role: null, "aria-roledescription": null, "aria-hidden": "true" });
    });
  }

  private save(): WorkspaceJson {
    return Blockly.serialization.workspaces.save(this.workspace) as WorkspaceJson;
  }

  private hasAlready(program: Program): boolean {
    return (
      this.workspace.getAllBlocks().length > 0 &&
      JSON.stringify(blocklyToProgram(this.save())) === JSON.stringify(program)
    );
  }

  private load(program: Program): void {
    Blockly.Events.disable();
    try {
      Blockly.serialization.workspaces.load(programToBlockly(program), this.workspace);
      this.workspace.clearUndo();
      goHome(this.workspace);
    } finally {
      Blockly.Events.enable();
    }
    this.standOn(program.body.at(-1)?.id);
  }

  /** Where the keyboard's next block goes. Blockly knows it by focus only, so the page's own focus comes back after. */
  private standOn(id: string | undefined): void {
    const start = this.workspace.getTopBlocks().find(({ type }) => type === START_BLOCK);
    const block = (id && this.workspace.getBlockById(id)) || start;
    const focused = document.activeElement;
    if (!block || !(focused instanceof HTMLElement)) return;
    Blockly.getFocusManager().focusNode(block);
    focused.focus({ preventScroll: true });
  }

  private bringIntoSight(id: string | null): void {
    const block = id === null ? null : this.workspace.getBlockById(id);
    if (block) this.workspace.scrollBoundsIntoView(block.getBoundingRectangleWithoutChildren());
  }

  /** A sign on the block at which a message points; not by colour alone. */
  private mark(id: string | null): void {
    const block = id === null ? null : this.workspace.getBlockById(id);
    if (block === this.marked) return;
    if (this.marked && !this.marked.isDisposed()) this.marked.setWarningText(null);
    block?.setWarningText(this.kit.words.t("look here"));
    this.marked = block;
  }
}

/** Blockly tells this when Enter has nothing to do on a block. */
function keyboardHelp({ words }: Kit): string {
  return words.t("T: choose a block. Arrow keys: go to a line. M: move the block. Delete: remove it.");
}

/** A stack of blocks as statements. */
function statementsOf(stack: BlockJson): readonly Statement[] {
  const start = stack.type === START_BLOCK ? stack : { type: START_BLOCK, id: "", next: { block: stack } };
  return blocklyToProgram({ blocks: { languageVersion: 0, blocks: [start] } }).body;
}

/** Between the blocks of the toolbox. */
const GAP = 12;

function toolboxOf(offer: Offer): Blockly.utils.toolbox.ToolboxDefinition {
  const looks = new Map<string, Blockly.utils.toolbox.FlyoutItemInfo>();
  for (const each of offer) {
    const piece = typeof each === "string" ? newStatement(each, "piece") : each;
    const [start] = programToBlockly({ ir: 1, body: [piece] }).blocks?.blocks ?? [];
    const { type, fields } = start?.next?.block ?? { type: "" };
    looks.set(JSON.stringify([type, fields]), { kind: "block", type, gap: GAP, ...(fields ? { fields } : {}) });
  }
  return { kind: "flyoutToolbox", contents: [...looks.values()] };
}

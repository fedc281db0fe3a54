/** The program as Blockly blocks. Loaded only when the learner chooses it; Blockly brings keyboard and speech itself. */
import * as Blockly from "blockly/core";
import {
  type WorkspaceJson,
  blocklyToProgram,
  looseBlocks,
  programToBlockly,
} from "../../language/blockly.ts";
import { blockOf, newStatement } from "../../schema/edit.ts";
import type { Block } from "../../schema/level.generated.ts";
import type { Level } from "../../schema/level.ts";
import type { Program, Statement } from "../../schema/program.ts";
import { startText } from "../blocks-words.ts";
import { h } from "../dom.ts";
import type { Kit } from "../kit.ts";
import type { ProgramShown } from "../program-views.ts";
import { definitionsFor } from "./definitions.ts";
import { loadMessages } from "./locales.ts";
import { MEASURES, THEME } from "./theme.ts";
import "./blocks.css";

/** The program as it is now, and the ids of stacks that hang on nothing. */
export type Change = (program: Program, loose: readonly string[]) => void;

export interface BlocksOptions {
  /** Folder of Blockly's own pictures. */
  readonly media: string;
  /** What the toolbox offers: blocks without limit, or pieces, each once. */
  readonly offer: readonly Block[] | readonly Statement[];
}

/** Makes ready all that a `BlocksView` of this level rests on. */
export async function loadBlocks(kit: Kit, level: Level): Promise<void> {
  const [messages] = await Promise.all([
    loadMessages(kit.words.language),
    // Blockly measures its words once; it must not do so in another face.
    document.fonts.load(`${THEME.fontStyle.weight} ${THEME.fontStyle.size}pt ${THEME.fontStyle.family}`, startText(kit.words)),
  ]);
  Blockly.setLocale({ ...messages, HELP_PROMPT: keyboardHelp(kit) });
  for (const definition of definitionsFor(level, kit.words)) {
    delete Blockly.Blocks[definition.type];
    Blockly.common.defineBlocksWithJsonArray([definition]);
  }
}

export class BlocksView {
  private readonly kit: Kit;
  private readonly workspace: Blockly.WorkspaceSvg;
  private readonly change: Change;
  private readonly observer: ResizeObserver;
  private shown: Program | null = null;
  private marked: Blockly.BlockSvg | null = null;

  /** @param host stands in the page already: Blockly measures what it draws */
  constructor(kit: Kit, host: HTMLElement, { media, offer }: BlocksOptions, change: Change) {
    this.kit = kit;
    this.change = change;
    const element = h("div", { class: "p-blockly" });
    host.replaceChildren(element);
    this.workspace = Blockly.inject(element, {
      renderer: "thrasos",
      rendererOverrides: MEASURES,
      theme: THEME,
      media,
      rtl: kit.direction === "rtl",
      sounds: false,
      trashcan: true,
      comments: false,
      collapse: false,
      disable: false,
      zoom: { pinch: true, wheel: false, startScale: 0.95 },
      move: { scrollbars: true, drag: true, wheel: true },
      toolbox: toolboxOf(offer),
      maxInstances: limitsOf(offer),
    });
    this.workspace.addChangeListener((event) => this.onChange(event));
    this.observer = new ResizeObserver(() => Blockly.svgResize(this.workspace));
    this.observer.observe(element);
  }

  show({ program, running, stopped, locked }: ProgramShown): void {
    if (program !== this.shown && !this.hasAlready(program)) this.load(program);
    this.shown = program;
    if (this.workspace.isReadOnly() !== locked) this.workspace.setIsReadOnly(locked);
    this.workspace.highlightBlock(running);
    this.mark(stopped);
  }

  stop(): void {
    this.observer.disconnect();
    this.workspace.dispose();
  }

  private onChange(event: Blockly.Events.Abstract): void {
    if (event.isUiEvent || this.workspace.isDragging()) return;
    const json = this.save();
    this.shown = blocklyToProgram(json);
    this.change(this.shown, looseBlocks(json));
  }

  private save(): WorkspaceJson {
    return Blockly.serialization.workspaces.save(this.workspace) as WorkspaceJson;
  }

  private hasAlready(program: Program): boolean {
    return this.workspace.getAllBlocks().length > 0 && JSON.stringify(blocklyToProgram(this.save())) === JSON.stringify(program);
  }

  private load(program: Program): void {
    Blockly.Events.disable();
    try {
      Blockly.serialization.workspaces.load(programToBlockly(program), this.workspace);
      this.workspace.clearUndo();
    } finally {
      Blockly.Events.enable();
    }
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

function toolboxOf(offer: BlocksOptions["offer"]): Blockly.utils.toolbox.ToolboxDefinition {
  const looks = new Map<string, Blockly.utils.toolbox.FlyoutItemInfo>();
  for (const each of offer) {
    const piece = typeof each === "string" ? newStatement(each, "piece") : each;
    const [start] = programToBlockly({ ir: 1, body: [piece] }).blocks?.blocks ?? [];
    const { type, fields } = start?.next?.block ?? { type: "" };
    looks.set(JSON.stringify([type, fields]), { kind: "block", type, ...(fields ? { fields } : {}) });
  }
  return { kind: "flyoutToolbox", contents: [...looks.values()] };
}

/** How many there are of each block; nothing when there is no limit. */
function limitsOf(offer: BlocksOptions["offer"]): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const each of offer) {
    if (typeof each === "string") continue;
    const type = `codora_${blockOf(each)}`;
    limits[type] = (limits[type] ?? 0) + 1;
  }
  return limits;
}

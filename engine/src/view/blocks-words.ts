/** What each block is called, its icon and its category: the same in strip, toolbox and Blockly. */
import type { Block } from "../schema/level.generated.ts";
import type { Condition } from "../schema/program.ts";
import type { Translator } from "../schema/translate.ts";

export type Category = "motion" | "light" | "loop" | "logic";

export const CATEGORY: Readonly<Record<Block, Category>> = {
  move: "motion",
  turn_left: "motion",
  turn_right: "motion",
  light: "light",
  repeat: "loop",
  until: "loop",
  if: "logic",
  if_else: "logic",
};

/** Lucide names. */
export const ICON: Readonly<Record<Block, string>> = {
  move: "move-up",
  turn_left: "corner-up-left",
  turn_right: "corner-up-right",
  light: "lamp",
  repeat: "repeat",
  until: "repeat-2",
  if: "split",
  if_else: "split",
};

/** Where a number or condition stands in a block's text. */
export const SLOT = "{slot}";

/** The text on a block; those that ask for a number or condition have one `SLOT`. */
export function blockText({ t, tp }: Translator, block: Block): string {
  switch (block) {
    case "move":
      return tp("block", "move");
    case "turn_left":
      return tp("block", "turn left");
    case "turn_right":
      return tp("block", "turn right");
    case "light":
      return tp("block", "light the lantern");
    case "repeat":
      return t("repeat {slot} times");
    case "until":
      return t("repeat until {slot}");
    case "if":
      return t("if {slot}");
    case "if_else":
      return t("if {slot}");
  }
}

/** The block's name in the toolbox, without number or condition. */
export function blockName({ tp }: Translator, block: Block): string {
  switch (block) {
    case "move":
      return tp("block", "move");
    case "turn_left":
      return tp("block", "turn left");
    case "turn_right":
      return tp("block", "turn right");
    case "light":
      return tp("block", "light");
    case "repeat":
      return tp("block", "repeat");
    case "until":
      return tp("block", "repeat until");
    case "if":
      return tp("block", "if");
    case "if_else":
      return tp("block", "if, else");
  }
}

export function conditionText({ t }: Translator, { sensor, not }: Condition): string {
  switch (sensor) {
    case null:
      return t("choose");
    case "path_ahead":
      return not ? t("no path ahead") : t("path ahead");
    case "path_left":
      return not ? t("no path to the left") : t("path to the left");
    case "path_right":
      return not ? t("no path to the right") : t("path to the right");
    case "at_lantern":
      return not ? t("not at a dark lantern") : t("at a dark lantern");
    default:
      return not ? t("not at the goal") : t("at the goal");
  }
}

export function startText({ t }: Translator): string {
  return t("when Run is pressed");
}

export function elseText({ tp }: Translator): string {
  return tp("block", "else");
}

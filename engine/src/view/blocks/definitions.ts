/** Our blocks for Blockly, with their words and icons. */
import * as Blockly from "blockly/core";
import { type BlockDefinition, blockDefinitions } from "../../language/blockly-blocks.ts";
import { START_BLOCK } from "../../language/blockly.ts";
import type { Block } from "../../schema/level.generated.ts";
import type { Level } from "../../schema/level.ts";
import type { Translator } from "../../schema/translate.ts";
import { ICON, SLOT, blockText, conditionText, elseText, startText } from "../blocks-words.ts";
import cornerLeft from "./icons/corner-up-left.svg";
import cornerRight from "./icons/corner-up-right.svg";
import flag from "./icons/flag.svg";
import lamp from "./icons/lamp.svg";
import moveUp from "./icons/move-up.svg";
import repeatUntil from "./icons/repeat-2.svg";
import repeat from "./icons/repeat.svg";
import split from "./icons/split.svg";

const URLS: Readonly<Record<string, string>> = {
  "corner-up-left": cornerLeft,
  "corner-up-right": cornerRight,
  lamp,
  "move-up": moveUp,
  repeat,
  "repeat-2": repeatUntil,
  split,
};

const BLOCKS = Object.keys(ICON) as Block[];

const PICTURE = "codora_picture";

/** An icon that a screen reader passes over: the words beside it say all. */
class PictureField extends Blockly.FieldImage {
  override computeAriaLabel(): string {
    return "";
  }
}

Blockly.fieldRegistry.register(PICTURE, PictureField);

/** For the whole language of a level, so that any program of it can be shown. */
export function definitionsFor(level: Level, words: Translator): BlockDefinition[] {
  const everything = { toolbox: BLOCKS, conditions: level.conditions, numbers: level.numbers };
  const definitions = blockDefinitions(everything, {
    start: startText(words),
    block: Object.fromEntries(BLOCKS.map((block) => [block, blockText(words, block).replace(SLOT, "%1")])) as Record<
      Block,
      string
    >,
    otherwise: elseText(words),
    condition: (condition) => conditionText(words, condition),
    notChosen: "?",
  });
  return definitions.map(withIcon);
}

/** The icon comes first: as the last argument of the first line, named at its start. */
function withIcon(definition: BlockDefinition): BlockDefinition {
  const args = (definition["args0"] ?? []) as readonly unknown[];
  const image = { type: PICTURE, src: iconOf(definition.type), width: 22, height: 22, alt: "" };
  const message0 = `%${args.length + 1} ${String(definition["message0"])}`;
  return { ...definition, message0, args0: [...args, image] };
}

function iconOf(type: string): string {
  if (type === START_BLOCK) return flag;
  return URLS[ICON[type.replace("codora_", "") as Block]] ?? "";
}

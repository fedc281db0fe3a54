/**
 * Our Blockly blocks as the JSON that `Blockly.common.defineBlocksWithJsonArray` takes, without Blockly. The words come
 * from outside: the view's are translated, the prover's are the names themselves.
 */
import type { Block } from "../schema/level.generated.ts";
import type { Level } from "../schema/level.ts";
import type { Condition } from "../schema/program.ts";
import { conditionValue, NONE, START_BLOCK } from "./blockly.ts";

export interface BlockWords {
  /** On the hat: "when Run is pressed". */
  readonly start: string;
  /** On the blocks, as Blockly messages: in `repeat`, `until`, `if` and `if_else` %1 is the number or condition. */
  readonly block: Readonly<Record<Block, string>>;
  readonly otherwise: string;
  readonly condition: (condition: Condition) => string;
  /** In place of a number or condition not chosen yet. */
  readonly notChosen: string;
}

export type BlockDefinition = Readonly<Record<string, unknown>> & { readonly type: string };

type Option = readonly [label: string, value: string];

/** The start block and one for each block of the level's toolbox. Styles are `codora_<category>`, for the theme. */
export function blockDefinitions(
  level: Pick<Level, "toolbox" | "conditions" | "numbers">,
  words: BlockWords,
): BlockDefinition[] {
  const { from, to } = level.numbers;
  const none: Option = [words.notChosen, NONE];
  const numbers = Array.from({ length: to - from + 1 }, (_, i): Option => [String(from + i), String(from + i)]);
  const questions = level.conditions.map((c): Option => [words.condition(c), conditionValue(c)]);
  const times = { type: "field_dropdown", name: "TIMES", options: [none, ...numbers] };
  const condition = { type: "field_dropdown", name: "CONDITION", options: [none, ...questions] };

  function define(block: Block): BlockDefinition {
    const stacks = { type: `codora_${block}`, message0: words.block[block], previousStatement: null, nextStatement: null };
    const doing = { message1: "%1", args1: [{ type: "input_statement", name: "DO" }] };
    switch (block) {
      case "repeat":
        return { ...stacks, args0: [times], ...doing, style: "codora_loop" };
      case "until":
        return { ...stacks, args0: [condition], ...doing, style: "codora_loop" };
      case "if":
        return { ...stacks, args0: [condition], ...doing, style: "codora_logic" };
      case "if_else":
        return {
          ...stacks,
          args0: [condition],
          ...doing,
          message2: words.otherwise,
          message3: "%1",
          args3: [{ type: "input_statement", name: "ELSE" }],
          style: "codora_logic",
        };
      case "light":
        return { ...stacks, style: "codora_light" };
      default:
        return { ...stacks, style: "codora_motion" };
    }
  }

  const start = { type: START_BLOCK, message0: words.start, nextStatement: null, style: "codora_start" };
  return [start, ...level.toolbox.map(define)];
}

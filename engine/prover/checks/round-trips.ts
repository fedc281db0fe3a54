/** Point 7: every program comes back as it was from Python, and from a real Blockly workspace. */
import { createRequire } from "node:module";
import { blockDefinitions, type BlockWords } from "../../src/language/blockly-blocks.ts";
import { blocklyToProgram, programToBlockly, type WorkspaceJson } from "../../src/language/blockly.ts";
import { fromPython } from "../../src/language/from-python.ts";
import { toPython } from "../../src/language/to-python.ts";
import { walk } from "../../src/schema/edit.ts";
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Program } from "../../src/schema/program.ts";
import { toShorthand } from "../../src/schema/shorthand.ts";
import type { LevelSource } from "../activity.ts";
import type { Fault } from "../source.ts";
import { lacking, listedPrograms } from "./programs.ts";

/** Without a browser it is a CommonJS module, whose names an `import` does not see. */
const Blockly = createRequire(import.meta.url)("blockly/core") as typeof import("blockly/core");

export function* roundTripFaults(source: LevelSource): Generator<Fault> {
  defineBlocks(source.level);
  const offered = listedPrograms(source).filter(({ program }) => lacking(source.level, program).next().done);
  for (const { place, program } of offered) {
    if (!survivesPython(program)) yield source.source.fault(place, "this program changes on the way to Python and back");
    if (!survivesBlockly(program)) {
      yield source.source.fault(place, "this program changes on the way to Blockly and back");
    }
  }
}

/** Ids are not in the text; every statement has its own line. */
export function survivesPython(program: Program): boolean {
  const { text, lines } = toPython(program);
  const statements = [...walk(program.body)];
  const own = new Set(lines.values()).size === statements.length && statements.every(({ id }) => lines.has(id));
  return own && same(toShorthand(fromPython(text)), toShorthand(program));
}

/** Tells Blockly all our blocks, with the numbers and conditions of a level in place of those of the one before. */
export function defineBlocks({ conditions, numbers }: Level): void {
  for (const type of Object.keys(Blockly.Blocks)) if (type.startsWith("codora_")) delete Blockly.Blocks[type];
  const toolbox = Object.keys(WORDS.block) as Block[];
  Blockly.common.defineBlocksWithJsonArray(blockDefinitions({ toolbox, conditions, numbers }, WORDS));
}

/** `defineBlocks` must have told the level. */
export function survivesBlockly(program: Program): boolean {
  const workspace = new Blockly.Workspace();
  try {
    Blockly.serialization.workspaces.load(programToBlockly(program), workspace);
    const saved = Blockly.serialization.workspaces.save(workspace) as WorkspaceJson;
    return same(blocklyToProgram(saved), program);
  } finally {
    workspace.dispose();
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const WORDS: BlockWords = {
  start: "start",
  block: {
    move: "move",
    turn_left: "turn left",
    turn_right: "turn right",
    light: "light",
    repeat: "repeat %1",
    until: "until %1",
    if: "if %1",
    if_else: "if %1",
  },
  otherwise: "else",
  condition: ({ sensor, not }) => `${not ? "not " : ""}${sensor}`,
  notChosen: "?",
};

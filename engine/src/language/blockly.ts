/**
 * Programs as Blockly's workspace JSON and back, without Blockly: the view and the prover hand it to Blockly's
 * serialiser. Node ids are block ids, so a trace can light up blocks.
 */
import type { Condition, Program, Statement } from "../schema/program.ts";

/** What `Blockly.serialization.workspaces` saves and loads, as far as our blocks need it. */
export interface WorkspaceJson {
  readonly blocks?: { readonly languageVersion: 0; readonly blocks: readonly BlockJson[] };
}

export interface BlockJson {
  readonly type: string;
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly deletable?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, Connected>>;
  readonly next?: Connected;
}

interface Connected {
  readonly block: BlockJson;
}

export const START_BLOCK = "codora_start";

/** Dropdown value of a number or condition not chosen yet. */
export const NONE = "none";

const PREFIX = "codora_";
const NOT = "not_";

export function programToBlockly(program: Program): WorkspaceJson {
  const start = { type: START_BLOCK, id: "start", x: 24, y: 24, deletable: false, ...nextOf(program.body) };
  return { blocks: { languageVersion: 0, blocks: [start] } };
}

/** The statements under the start block; loose blocks are not part of the program. @throws Error for a foreign block. */
export function blocklyToProgram(workspace: WorkspaceJson): Program {
  const start = workspace.blocks?.blocks.find((block) => block.type === START_BLOCK);
  return { ir: 1, body: bodyOf(start?.next) };
}

/** Ids of the stacks that hang on nothing. */
export function looseBlocks(workspace: WorkspaceJson): string[] {
  return (workspace.blocks?.blocks ?? []).filter((block) => block.type !== START_BLOCK).map((block) => block.id);
}

/** Dropdown value of a condition: `path_ahead`, `not_path_ahead`, or `none`. */
export function conditionValue({ sensor, not }: Condition): string {
  return sensor === null ? NONE : not ? NOT + sensor : sensor;
}

export function conditionFrom(value: string): Condition {
  if (value === NONE) return { sensor: null };
  return value.startsWith(NOT) ? { sensor: value.slice(NOT.length), not: true } : { sensor: value };
}

function nextOf(body: readonly Statement[]): { next?: Connected } {
  const first = chain(body);
  return first ? { next: { block: first } } : {};
}

function chain(body: readonly Statement[]): BlockJson | null {
  return body.reduceRight<BlockJson | null>((below, statement) => {
    const block = blockJson(statement);
    return below ? { ...block, next: { block: below } } : block;
  }, null);
}

function blockJson(statement: Statement): BlockJson {
  const { id } = statement;
  switch (statement.kind) {
    case "call":
      return { type: PREFIX + statement.action, id };
    case "repeat":
      return {
        type: `${PREFIX}repeat`,
        id,
        fields: { TIMES: statement.times === null ? NONE : String(statement.times) },
        ...inputs({ DO: statement.body }),
      };
    case "until":
      return { type: `${PREFIX}until`, id, ...question(statement.condition), ...inputs({ DO: statement.body }) };
    case "if":
      return {
        type: statement.otherwise ? `${PREFIX}if_else` : `${PREFIX}if`,
        id,
        ...question(statement.condition),
        ...inputs({ DO: statement.body, ELSE: statement.otherwise ?? [] }),
      };
  }
}

function question(condition: Condition): { fields: Record<string, string> } {
  return { fields: { CONDITION: conditionValue(condition) } };
}

/** Blockly leaves empty inputs out. */
function inputs(bodies: Readonly<Record<string, readonly Statement[]>>): { inputs?: Record<string, Connected> } {
  const filled = Object.entries(bodies).flatMap(([name, body]) => {
    const first = chain(body);
    return first ? [[name, { block: first }] as const] : [];
  });
  return filled.length > 0 ? { inputs: Object.fromEntries(filled) } : {};
}

function bodyOf(connected: Connected | undefined): Statement[] {
  const body: Statement[] = [];
  for (let at = connected; at; at = at.block.next) body.push(statementOf(at.block));
  return body;
}

function statementOf(block: BlockJson): Statement {
  const { id } = block;
  if (!block.type.startsWith(PREFIX)) throw new Error(`${block.type} is not one of our blocks`);
  const kind = block.type.slice(PREFIX.length);
  const condition = conditionFrom(block.fields?.["CONDITION"] ?? NONE);
  const body = bodyOf(block.inputs?.["DO"]);
  switch (kind) {
    case "repeat":
      return { id, kind, times: timesFrom(block.fields?.["TIMES"] ?? NONE), body };
    case "until":
      return { id, kind, condition, body };
    case "if":
      return { id, kind, condition, body };
    case "if_else":
      return { id, kind: "if", condition, body, otherwise: bodyOf(block.inputs?.["ELSE"]) };
    default:
      return { id, kind: "call", action: kind };
  }
}

function timesFrom(value: string): number | null {
  return value === NONE ? null : Number(value);
}

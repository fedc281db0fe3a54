/** Programs that come from outside (a file, a link): checked before anything runs them. */
import { ACTIONS, SENSORS } from "../world/grid-world.ts";
import type { Condition, Program, Statement } from "../schema/program.ts";

const DEEPEST = 20;
const MOST_TIMES = 1000;

type Json = Readonly<Record<string, unknown>>;

/** The program, or null when the value is none, or one that this engine cannot run. */
export function readProgram(value: unknown): Program | null {
  if (!isObject(value) || value["ir"] !== 1) return null;
  const ids = new Set<string>();
  const body = readBody(value["body"], ids, 0);
  return body && { ir: 1, body };
}

function readBody(value: unknown, ids: Set<string>, depth: number): Statement[] | null {
  if (!Array.isArray(value) || depth > DEEPEST) return null;
  const body = value.map((each) => readStatement(each, ids, depth));
  return body.every((statement) => statement !== null) ? body : null;
}

function readStatement(value: unknown, ids: Set<string>, depth: number): Statement | null {
  if (!isObject(value)) return null;
  const { id, kind } = value;
  if (typeof id !== "string" || id === "" || ids.has(id)) return null;
  ids.add(id);
  if (kind === "call") return isOneOf(ACTIONS, value["action"]) ? { id, kind, action: value["action"] } : null;
  const body = readBody(value["body"], ids, depth + 1);
  if (!body) return null;
  if (kind === "repeat")
    return readTimes(value["times"]) ? { id, kind, times: value["times"] as number | null, body } : null;
  const condition = readCondition(value["condition"]);
  if (!condition || (kind !== "until" && kind !== "if")) return null;
  if (kind === "until" || value["otherwise"] === undefined) return { id, kind, condition, body };
  const otherwise = readBody(value["otherwise"], ids, depth + 1);
  return otherwise && { id, kind, condition, body, otherwise };
}

function readTimes(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_TIMES);
}

function readCondition(value: unknown): Condition | null {
  if (!isObject(value)) return null;
  const { sensor, not } = value;
  if (sensor === null) return { sensor };
  if (!isOneOf(SENSORS, sensor)) return null;
  return not === true ? { sensor, not } : { sensor };
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOneOf<T extends string>(names: readonly T[], value: unknown): value is T {
  return (names as readonly unknown[]).includes(value);
}

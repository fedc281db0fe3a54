/**
 * The way authors write programs in level files (`Shorthand`), to the IR and back.
 * Ids tell the place: "1", "2", in the body of 2 "2.1", in its else branch "2.e1". The same text gives the same ids.
 */
import type { Question, Shorthand, ShorthandCondition, ShorthandStatement } from "./level.generated.ts";
import type { Condition, Program, Statement } from "./program.ts";

export function parseProgram(shorthand: Shorthand): Program {
  return { ir: 1, body: parseBody(shorthand, "") };
}

export function parseCondition(condition: ShorthandCondition): Condition {
  if (condition === null || typeof condition === "string") return { sensor: condition };
  return { sensor: condition.not, not: true };
}

export function toShorthand(program: Program): Shorthand {
  return bodyToShorthand(program.body);
}

function parseBody(shorthand: Shorthand, prefix: string): Statement[] {
  return shorthand.map((statement, index) => parseStatement(statement, `${prefix}${index + 1}`));
}

function parseStatement(statement: ShorthandStatement, id: string): Statement {
  if (typeof statement === "string") return { id, kind: "call", action: statement };
  const body = parseBody(statement.do, `${id}.`);
  if ("repeat" in statement) return { id, kind: "repeat", times: statement.repeat, body };
  if ("until" in statement) return { id, kind: "until", condition: parseCondition(statement.until), body };
  const branches = { id, kind: "if", condition: parseCondition(statement.if), body } as const;
  return statement.else ? { ...branches, otherwise: parseBody(statement.else, `${id}.e`) } : branches;
}

function bodyToShorthand(body: readonly Statement[]): Shorthand {
  return body.map(statementToShorthand);
}

function statementToShorthand(statement: Statement): ShorthandStatement {
  if (statement.kind === "call") return statement.action as Extract<ShorthandStatement, string>;
  const inside = bodyToShorthand(statement.body);
  if (statement.kind === "repeat") return { repeat: statement.times, do: inside };
  const condition = conditionToShorthand(statement.condition);
  if (statement.kind === "until") return { until: condition, do: inside };
  return statement.otherwise
    ? { if: condition, do: inside, else: bodyToShorthand(statement.otherwise) }
    : { if: condition, do: inside };
}

export function conditionToShorthand({ sensor, not }: Condition): ShorthandCondition {
  return (not ? { not: sensor } : sensor) as Question | null;
}

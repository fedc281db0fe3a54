/** A program as Python text, with the line of each statement. */
import type { Condition, Program, Statement } from "../schema/program.ts";

export interface PythonText {
  readonly text: string;
  /** Node id → line of the text, counting from one. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What stands for a number or condition not chosen yet. Valid Python, which fails when it runs. */
export const NOT_CHOSEN = "...";

const INDENT = "    ";

export function toPython(program: Program): PythonText {
  const lines: string[] = [];
  const lineOf = new Map<string, number>();

  function write(depth: number, text: string): void {
    lines.push(INDENT.repeat(depth) + text);
  }

  function writeBody(body: readonly Statement[], depth: number): void {
    if (body.length === 0) write(depth, "pass");
    for (const statement of body) writeStatement(statement, depth);
  }

  function writeStatement(statement: Statement, depth: number): void {
    write(depth, headOf(statement));
    lineOf.set(statement.id, lines.length);
    if (statement.kind === "call") return;
    writeBody(statement.body, depth + 1);
    if (statement.kind !== "if" || !statement.otherwise) return;
    write(depth, "else:");
    writeBody(statement.otherwise, depth + 1);
  }

  for (const statement of program.body) writeStatement(statement, 0);
  return { text: lines.map((line) => `${line}\n`).join(""), lines: lineOf };
}

function headOf(statement: Statement): string {
  switch (statement.kind) {
    case "call":
      return `${statement.action}()`;
    case "repeat":
      return `for _ in range(${statement.times ?? NOT_CHOSEN}):`;
    case "until":
      return `while ${question(negated(statement.condition))}:`;
    case "if":
      return `if ${question(statement.condition)}:`;
  }
}

/** `until at_goal` is `while not at_goal()`: Python says how long to go on, not when to stop. */
export function negated({ sensor, not }: Condition): Condition {
  return not ? { sensor } : { sensor, not: true };
}

function question({ sensor, not }: Condition): string {
  const asked = sensor === null ? NOT_CHOSEN : `${sensor}()`;
  return not ? `not ${asked}` : asked;
}

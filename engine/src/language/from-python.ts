/** Reads the Python that `toPython` writes back into a program. Ids tell the place, as in shorthand. */
import type { Condition, Program, Statement } from "../schema/program.ts";
import { negated, NOT_CHOSEN } from "./to-python.ts";

export type PythonFaultReason = "indent" | "statement" | "number" | "condition" | "empty_body" | "lone_else";

/** Text outside the subset. `line` counts from one. */
export class PythonFault extends Error {
  readonly line: number;
  readonly reason: PythonFaultReason;

  constructor(line: number, reason: PythonFaultReason) {
    super(`Line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}

interface Line {
  readonly number: number;
  /** In steps of four spaces. */
  readonly depth: number;
  readonly text: string;
}

const CALL = /^([a-z_]+)\(\)$/;
const REPEAT = /^for _ in range\((.*)\):$/;
const UNTIL = /^while (.*):$/;
const IF = /^if (.*):$/;
const QUESTION = /^(not )?(?:([a-z_]+)\(\)|\.\.\.)$/;

/** @throws PythonFault for anything that `toPython` would not write; blank lines and comments are let pass. */
export function fromPython(text: string): Program {
  const reader = new Reader(linesOf(text));
  const body = reader.body(0, "");
  reader.expectEnd();
  return { ir: 1, body };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const code = raw.replace(/#.*$/, "").trimEnd();
    if (code === "") continue;
    const spaces = code.length - code.trimStart().length;
    if (spaces % 4 !== 0 || code.startsWith("\t")) throw new PythonFault(index + 1, "indent");
    lines.push({ number: index + 1, depth: spaces / 4, text: code.trim() });
  }
  return lines;
}

class Reader {
  private readonly lines: readonly Line[];
  private at = 0;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  expectEnd(): void {
    const line = this.lines[this.at];
    if (line) throw new PythonFault(line.number, line.text === "else:" ? "lone_else" : "indent");
  }

  /** Statements at exactly this depth. */
  body(depth: number, prefix: string): Statement[] {
    const statements: Statement[] = [];
    for (let line = this.lineAt(depth); line && line.text !== "else:"; line = this.lineAt(depth)) {
      this.at++;
      if (line.text !== "pass") statements.push(this.statement(line, `${prefix}${statements.length + 1}`));
    }
    return statements;
  }

  private statement(line: Line, id: string): Statement {
    const call = CALL.exec(line.text);
    if (call) return { id, kind: "call", action: call[1] as string };
    const repeat = REPEAT.exec(line.text);
    if (repeat) return { id, kind: "repeat", times: timesOf(repeat[1] as string, line), body: this.inside(line, id) };
    const until = UNTIL.exec(line.text);
    if (until) {
      const condition = negated(conditionOf(until[1] as string, line));
      return { id, kind: "until", condition, body: this.inside(line, id) };
    }
    const question = IF.exec(line.text);
    if (question) return this.choice(line, id, conditionOf(question[1] as string, line));
    throw new PythonFault(line.number, "statement");
  }

  private choice(line: Line, id: string, condition: Condition): Statement {
    const branches = { id, kind: "if", condition, body: this.inside(line, id) } as const;
    const next = this.lineAt(line.depth);
    if (next?.text !== "else:") return branches;
    this.at++;
    return { ...branches, otherwise: this.inside(next, id, "e") };
  }

  private inside(head: Line, id: string, branch = ""): Statement[] {
    if (!this.lineAt(head.depth + 1)) throw new PythonFault(head.number, "empty_body");
    return this.body(head.depth + 1, `${id}.${branch}`);
  }

  private lineAt(depth: number): Line | undefined {
    const line = this.lines[this.at];
    return line?.depth === depth ? line : undefined;
  }
}

function timesOf(text: string, line: Line): number | null {
  if (text === NOT_CHOSEN) return null;
  if (!/^[1-9]\d*$/.test(text)) throw new PythonFault(line.number, "number");
  return Number(text);
}

function conditionOf(text: string, line: Line): Condition {
  const found = QUESTION.exec(text);
  if (!found) throw new PythonFault(line.number, "condition");
  const sensor = found[2] ?? null;
  return found[1] ? { sensor, not: true } : { sensor };
}

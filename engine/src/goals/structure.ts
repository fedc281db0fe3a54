/** What is wrong with a program before it runs. */
import { countBlocks, walk } from "../schema/edit.ts";
import type { Level } from "../schema/level.ts";
import type { Program, Statement } from "../schema/program.ts";

export type StructureFault =
  | { readonly kind: "empty_program" }
  | { readonly kind: "empty_loop" | "empty_if" | "missing_number" | "missing_condition"; readonly node: string }
  | { readonly kind: "too_many_blocks"; readonly max: number };

/** The first problem in reading order, or null when the program may run. */
export function structureFault(level: Level, program: Program): StructureFault | null {
  if (program.body.length === 0) return { kind: "empty_program" };
  for (const statement of walk(program.body)) {
    const kind = statementFault(statement);
    if (kind) return { kind, node: statement.id };
  }
  const max = level.limits.blocks_max;
  return max !== undefined && countBlocks(program) > max ? { kind: "too_many_blocks", max } : null;
}

function statementFault(statement: Statement): Exclude<StructureFault["kind"], "empty_program" | "too_many_blocks"> | null {
  switch (statement.kind) {
    case "call":
      return null;
    case "repeat":
      if (statement.times === null) return "missing_number";
      return statement.body.length === 0 ? "empty_loop" : null;
    case "until":
      if (statement.condition.sensor === null) return "missing_condition";
      return statement.body.length === 0 ? "empty_loop" : null;
    case "if":
      if (statement.condition.sensor === null) return "missing_condition";
      return statement.body.length + (statement.otherwise?.length ?? 0) === 0 ? "empty_if" : null;
  }
}

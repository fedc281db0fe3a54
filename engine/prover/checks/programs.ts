/** The programs that an author lists: each does what is said of it, and none needs more than the level offers. */
import { isMet, runFacts } from "../../src/goals/facts.ts";
import { attempt } from "../../src/goals/judge.ts";
import { run } from "../../src/language/run.ts";
import { blockOf, countBlocks, walk } from "../../src/schema/edit.ts";
import type { Concept } from "../../src/schema/level.generated.ts";
import { cellOf, sameCell, type Level } from "../../src/schema/level.ts";
import type { Program, Statement } from "../../src/schema/program.ts";
import { parseProgram } from "../../src/schema/shorthand.ts";
import type { Activity, LevelSource } from "../activity.ts";
import type { Fault, Place } from "../source.ts";

interface Listed {
  readonly place: Place;
  readonly program: Program;
}

export function listedPrograms({ file }: LevelSource): Listed[] {
  const list = (name: "solutions" | "wrong") =>
    (file[name] ?? []).map((item, i) => ({ place: [name, i], program: parseProgram(item.program) }));
  const start = file.start ? [{ place: ["start", "program"], program: parseProgram(file.start.program) }] : [];
  return [...list("solutions"), ...list("wrong"), ...start];
}

/** Points 2, 3 and 6 of "Every level is proven". */
export function* programFaults(source: LevelSource): Generator<Fault> {
  yield* solutionFaults(source);
  yield* wrongFaults(source);
  yield* emptyFaults(source);
  yield* startFaults(source);
  for (const { place, program } of listedPrograms(source)) {
    for (const reason of lacking(source.level, program)) yield source.source.fault(place, reason);
  }
}

function* solutionFaults({ source, level, file }: LevelSource): Generator<Fault> {
  for (const [i, program] of level.solutions.entries()) {
    const { verdict } = attempt(level, program);
    const place = ["solutions", i];
    if (verdict.result !== "won") {
      const where = verdict.variant ? ` on map ${verdict.variant + 1}` : "";
      yield source.fault(place, `this solution does not win${where}: ${verdict.result}, ${verdict.feedback.say}`);
      continue;
    }
    const tidy = verdict.marks.includes("tidy");
    if (tidy !== file.solutions[i]?.expect.tidy) {
      yield source.fault(place, `this solution has ${verdict.blocks} blocks: tidy is ${tidy}`);
    }
  }
  const blocks = countBlocks(level.solutions[0]);
  if (blocks !== level.limits.blocks_ideal) {
    yield source.fault(["limits", "blocks_ideal"], `blocks_ideal is not that of the first solution, which has ${blocks}`);
  }
}

function* wrongFaults({ source, level, file }: LevelSource): Generator<Fault> {
  for (const [i, { program, expect }] of (file.wrong ?? []).entries()) {
    const { result, feedback } = attempt(level, parseProgram(program)).verdict;
    if (result === expect.result && feedback.say === expect.say) continue;
    yield source.fault(["wrong", i], `this program gets ${result}, ${feedback.say}; not ${expect.result}, ${expect.say}`);
  }
}

/** The empty program may not meet a goal on any map. */
function* emptyFaults({ source, level }: LevelSource): Generator<Fault> {
  const empty: Program = { ir: 1, body: [] };
  for (const variant of level.grids.keys()) {
    const { run: end, uses } = runFacts(level, empty, run(level, empty, variant), variant);
    for (const [i, goal] of level.goals.entries()) {
      if (end && isMet(goal, end, uses)) {
        yield source.fault(["goals", i], `the empty program meets this goal on map ${variant + 1}`);
      }
    }
  }
}

function* startFaults({ source, level, file }: LevelSource): Generator<Fault> {
  if (attempt(level, level.start).verdict.result === "won") {
    yield source.fault(["start"], "the start program wins: nothing is left to do");
  }
  if (level.kind === "parsons" && !samePieces(level.start, level.solutions[0])) {
    yield source.fault(["start", "program"], "a parsons level starts with exactly the blocks of its first solution");
  }
  if (!file.predict) return;
  if (attempt(level, level.start).traces.length === 0) {
    yield source.fault(["start", "program"], "the program of a predict level must run");
    return;
  }
  const trace = run(level, level.start);
  const { at } = trace.steps.at(-1)?.state ?? trace.start;
  if (!sameCell(at, cellOf(file.predict.answer))) {
    yield source.fault(["predict", "answer"], `Ora ends in row ${at.row + 1}, column ${at.column + 1}`);
  }
}

function samePieces(a: Program, b: Program): boolean {
  const pieces = (program: Program) => [...walk(program.body)].map(look).sort().join();
  return pieces(a) === pieces(b);
}

/** A block without its id and what is inside it. */
function look(statement: Statement): string {
  const { id: _id, ...rest } = statement;
  return JSON.stringify({ ...rest, block: blockOf(statement), body: null, otherwise: null });
}

/** What a program uses that the level does not offer, one reason each. */
export function* lacking(level: Level, program: Program): Generator<string> {
  const conditions = level.conditions.map((condition) => JSON.stringify(condition));
  const { from, to } = level.numbers;
  for (const statement of walk(program.body)) {
    const block = blockOf(statement);
    if (!level.toolbox.includes(block)) yield `${block} is not in the toolbox`;
    if (statement.kind === "repeat" && statement.times !== null && (statement.times < from || statement.times > to)) {
      yield `the number ${statement.times} is not on offer`;
    }
    if (statement.kind !== "until" && statement.kind !== "if") continue;
    const { condition } = statement;
    if (condition.sensor !== null && !conditions.includes(JSON.stringify(condition))) {
      yield `the condition ${condition.not ? "not " : ""}${condition.sensor} is not among the sensors`;
    }
  }
}

/** Every level needs only what it or one before it teaches. */
export function* conceptFaults({ levels, source, concepts }: Activity): Generator<Fault> {
  const taught = new Set<string>();
  for (const { source: level, file } of levels) {
    for (const concept of file.concepts.uses) {
      if (!taught.has(concept)) yield level.fault(["concepts"], `${concept} is used, but no level before teaches it`);
    }
    for (const concept of file.concepts.new) {
      if (taught.has(concept)) yield level.fault(["concepts"], `${concept} is not new: a level before teaches it`);
      taught.add(concept);
    }
    const known = new Set<string>([...file.concepts.new, ...file.concepts.uses]);
    for (const block of file.toolbox) {
      const concept = conceptOf(block);
      if (!known.has(concept)) yield level.fault(["toolbox"], `${block} needs ${concept}, which is not among the concepts`);
    }
  }
  const missing = concepts.filter((concept) => !taught.has(concept));
  if (missing.length > 0) yield source.fault(["concepts"], `no level teaches ${missing.join(", ")}`);
}

function conceptOf(block: string): Concept {
  return block === "repeat" || block === "until" || block === "if" || block === "if_else" ? block : "sequence";
}

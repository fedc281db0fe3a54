/** A small activity on disk that the prover finds nothing wrong with, for tests to break. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import { SHIPPED } from "../../prover/activity.ts";
import { proveActivity, type ActivityProof } from "../../prover/prove.ts";

const ACTIVITY = `concepts: [sequence, repeat]
reading: short
levels:
  - street
  - steps
`;

const STREET = `schema: 1
kind: build
world:
  type: grid
  town: bruges
  time: day
  map:
    - "#T#X#"
    - ",S.L,"
    - "~~~~~"
  facing: east
concepts: {new: [sequence], uses: []}
toolbox: [move, turn_left, light]
goals: [{light: all}]
limits: {steps: 30, blocks_ideal: 3}
feedback:
  - {when: {result: misplaced, cell: [2, 2]}, say: too_early}
hints: {point: {cell: [2, 4]}}
solutions:
  - program: [move, move, light]
    expect: {tidy: true}
wrong:
  - program: [light]
    expect: {result: misplaced, say: too_early}
  - program: [move]
    expect: {result: goal_unmet, say: engine.unlit}
`;

const STEPS = `schema: 1
kind: complete
world:
  type: grid
  town: bruges
  time: dusk
  map:
    - "TTT,GT"
    - "T,T..T"
    - "TX..,T"
    - "T..B,T"
    - "TS,,,#"
  facing: north
concepts: {new: [repeat], uses: [sequence]}
toolbox: [move, turn_left, turn_right, repeat]
numbers: {from: 2, to: 4}
start: {program: [{repeat: null, do: [turn_left]}]}
goals: [{reach: G}]
limits: {steps: 60, blocks_ideal: 6}
hints: {point: {block: repeat}}
solutions:
  - program: [{repeat: 3, do: [move, turn_right, move, turn_left]}, move]
    expect: {tidy: true}
`;

const ENGLISH = `title: A walk
lead: Walk and light.
make: Two programs
finished: You did it.
learned: {sequence: You know order., repeat: You know loops.}
street:
  title: A street
  goal: Light the lantern.
  instructions: Walk to it first.
  fact: Riga has many doors.
  hints: {nudge: How far is it?, point: It is here., parsons: Put these in order.}
  feedback:
    too_early: There is no lantern here. Walk first.
steps:
  title: Some steps
  goal: Climb to the flag.
  instructions: Every step is the same.
  fact: Steps go up and down.
  hints: {nudge: What comes again?, point: Use this block., parsons: Put these in order.}
`;

export interface Files {
  activity: string;
  levels: Record<string, string>;
  /** By language. */
  texts: Record<string, string>;
}

/** What the prover says after a change: the file, what stands in the line it points at, and the reason. */
export function faultsAfter(change: (files: Files) => void): string[] {
  return prove(change).faults.map(({ file, line, reason }) => {
    const pointedAt = readFileSync(file, "utf8").split("\n")[line - 1] as string;
    return `${basename(file)} | ${pointedAt.trim()} | ${reason}`;
  });
}

export function prove(change: (files: Files) => void = () => undefined): ActivityProof {
  const files = goodFiles();
  change(files);
  return proveActivity(written(files));
}

export function goodFiles(): Files {
  return { activity: ACTIVITY, levels: { street: STREET, steps: STEPS }, texts: texts() };
}

/** In a new folder, which goes with the test. */
export function written({ activity, levels, texts: words }: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "codora-prover-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "levels"));
  writeFileSync(join(folder, "activity.yaml"), activity);
  for (const [slug, level] of Object.entries(levels)) writeFileSync(join(folder, "levels", `${slug}.yaml`), level);
  for (const [language, text] of Object.entries(words)) writeFileSync(join(folder, `text.${language}.yaml`), text);
  return folder;
}

function texts(): Record<string, string> {
  return Object.fromEntries(SHIPPED.map((language) => [language, language === "en" ? ENGLISH : `review: draft\n${ENGLISH}`]));
}

/** Replaces the one place where `from` stands; a test that changes nothing would prove nothing. */
export function swap(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand there once`);
  return text.replace(from, to);
}


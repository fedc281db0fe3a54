/**
 * Runs every top-level statement there is from one state of the world, without writing them down first: whenever a run
 * comes to a place that is not decided, it is tried each way. What no run comes to stays open and is only counted.
 */
import type { Level } from "../../src/schema/level.ts";
import type { Condition } from "../../src/schema/program.ts";
import { GridWorld } from "../../src/world/grid-world.ts";
import type { Holes } from "./counting.ts";
import { Ends, GOAL_SEEN, IN_REPEAT, IN_UNTIL, type MapState, type StopKind } from "./ends.ts";
import { Draft, type DraftState } from "./draft.ts";
import { Frame, HEAD } from "./frame.ts";
import type { PartialRepeat, PartialStatement, PartialUntil } from "./partial.ts";

/** Where a program stands between two of its statements. */
export interface Start {
  /** Of the maps before the first that failed: what happens on the others does not count any more. */
  readonly states: readonly MapState[];
  /** How the run on the first failing map ended (an id of `Ends`); null when none failed. */
  readonly failed: number | null;
}

/** A statement was run on every map that counts; where the program stands after it. */
export interface Ran extends Start {
  readonly statement: PartialStatement;
  /** Blocks decided in the statement. */
  readonly blocks: number;
  readonly holes: Holes;
}

interface Checkpoint extends MapState {
  readonly map: number;
  readonly after: readonly MapState[];
  readonly draft: DraftState;
}

const NO_FAULT = "";

export class LazyRun {
  private readonly level: Level;
  private readonly ends: Ends;
  private readonly worlds: readonly GridWorld[];
  private readonly draft: Draft;
  /** By map and cell: what `seen` gains there. */
  private readonly sights: readonly Int32Array[];

  // The run at hand.
  private from: Start = { states: [], failed: null };
  private report: (ran: Ran) => void = () => undefined;
  private statement: PartialStatement | null = null;
  private root: Frame | null = null;
  private after: readonly MapState[] = [];
  private map = 0;
  private world: GridWorld;
  private seen = 0;
  private executed = 0;

  constructor(level: Level, ends: Ends) {
    this.level = level;
    this.ends = ends;
    this.draft = new Draft(level);
    this.worlds = level.grids.map((grid) => new GridWorld(grid));
    this.sights = level.grids.map((grid) => {
      const sights = new Int32Array(grid.tiles.length);
      for (const [i, { row, column }] of grid.lanterns.entries()) sights[row * grid.columns + column] = 1 << i;
      if (grid.goal) sights[grid.goal.row * grid.columns + grid.goal.column] = GOAL_SEEN;
      return sights;
    });
    this.world = this.worlds[0] as GridWorld;
  }

  /** The states before the first statement. */
  startStates(): MapState[] {
    return this.worlds.map((world) => {
      world.reset();
      return { position: world.position, heading: world.heading, lit: 0, seen: 0, executed: 0 };
    });
  }

  /** Reports every way to run one more statement of at most `room` blocks. */
  expand(from: Start, room: number, report: (ran: Ran) => void): void {
    this.from = from;
    this.report = report;
    this.draft.begin(room);
    const before = this.checkpoint();
    for (const statement of this.draft.additions()) {
      this.statement = statement;
      this.root = new Frame({ items: [statement], open: false, sibling: null }, 0, null);
      this.startMap(0);
      this.restore(before);
    }
  }

  private startMap(map: number): void {
    this.map = map;
    this.world = this.worlds[map] as GridWorld;
    this.put(this.from.states[map] as MapState);
    this.advance(this.root as Frame);
  }

  /** Runs on until a decision is due (then every way is tried) or the statement has ended. */
  private advance(start: Frame): void {
    let frame: Frame | null = start;
    while (frame) {
      const { sequence, index }: Frame = frame;
      if (index === HEAD) frame = this.decideRound(frame);
      else if (index < sequence.items.length) frame = this.execute(frame, sequence.items[index] as PartialStatement);
      else if (sequence.open) frame = this.tryEach(frame);
      else if (frame.loop) frame = frame.at(HEAD);
      else if (frame.parent) frame = frame.parent;
      else frame = this.endOfStatement();
    }
  }

  /** @returns the frame to go on with; null when every way on was tried */
  private execute(frame: Frame, statement: PartialStatement): Frame | null {
    const next = frame.at(frame.index + 1);
    if (statement.kind === "repeat" || statement.kind === "until") {
      return new Frame(statement.body, HEAD, next, statement);
    }
    if (this.executed === this.level.limits.steps) return this.stop("endless", NO_FAULT, frame);
    this.executed++;
    if (statement.kind === "call") {
      if (!this.world.act(statement.action)) return this.stop("fault", statement.action, frame);
      this.seen |= this.sights[this.map]?.[this.world.position] ?? 0;
      return next;
    }
    return this.ask(statement, (answer) => {
      const branch = answer ? statement.body : statement.otherwise;
      return branch ? new Frame(branch, 0, next) : next;
    });
  }

  private decideRound(frame: Frame): Frame | null {
    const loop = frame.loop as PartialRepeat | PartialUntil;
    if (loop.kind === "repeat") return this.decideNumber(frame, loop);
    if (this.executed === this.level.limits.steps) return this.stop("endless", NO_FAULT, frame);
    this.executed++;
    return this.ask(loop, (answer) => (answer ? (frame.parent as Frame) : this.nextRound(frame)));
  }

  private decideNumber(frame: Frame, loop: PartialRepeat): Frame | null {
    const { round } = frame;
    if (round >= loop.from && round < loop.to) {
      const { from, to } = loop;
      const before = this.checkpoint();
      loop.from = loop.to = round;
      this.advance(frame.parent as Frame);
      this.restore(before);
      loop.from = round + 1;
      loop.to = to;
      this.advance(frame);
      this.restore(before);
      loop.from = from;
      return null;
    }
    if (round >= loop.to) return frame.parent;
    if (this.executed === this.level.limits.steps) return this.stop("endless", NO_FAULT, frame);
    this.executed++;
    return frame.nextRound(null);
  }

  /** A condition that can still be true or false is tried as both. */
  private ask(asker: { candidates: number }, then: (answer: boolean) => Frame): Frame | null {
    const { candidates } = asker;
    const yes = this.trueAmong(candidates);
    if (yes === candidates) return then(true);
    if (yes === 0) return then(false);
    const before = this.checkpoint();
    for (const answer of [true, false]) {
      asker.candidates = answer ? yes : candidates & ~yes;
      this.advance(then(answer));
      this.restore(before);
    }
    asker.candidates = candidates;
    return null;
  }

  private trueAmong(candidates: number): number {
    let yes = 0;
    for (let rest = candidates; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const { sensor, not } = this.level.conditions[31 - Math.clz32(bit)] as Condition;
      if (this.world.sense(sensor as string) !== (not ?? false)) yes |= bit;
    }
    return yes;
  }

  /** The end of an open sequence: it ends here, or any block of the toolbox follows. */
  private tryEach(frame: Frame): null {
    const { sequence } = frame;
    const before = this.checkpoint();
    if (this.draft.mayClose(sequence)) {
      this.draft.close(sequence);
      this.advance(frame);
      this.restore(before);
      sequence.open = true;
    }
    this.draft.fill(sequence);
    const inside = this.checkpoint();
    for (const statement of this.draft.additions()) {
      sequence.items.push(statement);
      this.advance(frame);
      sequence.items.pop();
      this.restore(inside);
    }
    this.restore(before);
    return null;
  }

  private nextRound(frame: Frame): Frame {
    const round = frame.round + 1;
    if (frame.mark && this.isAt(frame.mark)) this.skipCircles(frame.mark);
    const mark = (round & (round - 1)) === 0 ? this.state() : frame.mark;
    return frame.nextRound(mark);
  }

  private isAt(mark: MapState): boolean {
    const { position, heading, lit } = this.world;
    return mark.position === position && mark.heading === heading && mark.lit === lit && mark.seen === this.seen;
  }

  /** The same again and again: leave out all whole circles before the limit, so that the end is what it would be. */
  private skipCircles(mark: MapState): void {
    const circle = this.executed - mark.executed;
    this.executed += Math.floor((this.level.limits.steps - this.executed) / circle) * circle;
  }

  /** All that a try changes, but for the partial program itself, which whoever changed it puts back. */
  private checkpoint(): Checkpoint {
    return { ...this.state(), map: this.map, after: this.after, draft: this.draft.state() };
  }

  private restore(before: Checkpoint): void {
    this.map = before.map;
    this.after = before.after;
    this.draft.restore(before.draft);
    this.world = this.worlds[before.map] as GridWorld;
    this.put(before);
  }

  /** Puts the world at hand into a state. */
  private put({ position, heading, lit, seen, executed }: MapState): void {
    this.world.position = position;
    this.world.heading = heading;
    this.world.lit = lit;
    this.seen = seen;
    this.executed = executed;
  }

  private state(): MapState {
    const { position, heading, lit } = this.world;
    return { position, heading, lit, seen: this.seen, executed: this.executed };
  }

  private endOfStatement(): null {
    this.after = [...this.after.slice(0, this.map), this.state()];
    if (this.map + 1 < this.from.states.length) this.startMap(this.map + 1);
    else this.reportRan(this.after, this.from.failed);
    return null;
  }

  private stop(kind: StopKind, action: string, frame: Frame): null {
    let loops = 0;
    for (let around: Frame | null = frame; around; around = around.parent) {
      if (around.loop) loops |= around.loop.kind === "repeat" ? IN_REPEAT : IN_UNTIL;
    }
    this.reportRan(this.after.slice(0, this.map), this.ends.idOf(this.map, this.state(), kind, action, loops));
    return null;
  }

  private reportRan(states: readonly MapState[], failed: number | null): void {
    const { blocks, ...holes } = this.draft.state();
    const statement = this.statement as PartialStatement;
    this.report({ states, failed, statement, blocks, holes });
  }
}

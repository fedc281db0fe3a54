/**
 * Runs every top-level statement there is from one state of the world, without writing them down first: whenever a run
 * comes to a place that is not decided, it is tried each way. What no run comes to stays open and is only counted.
 */
import type { Block } from "../../src/schema/level.generated.ts";
import type { Level } from "../../src/schema/level.ts";
import type { Condition } from "../../src/schema/program.ts";
import { GridWorld } from "../../src/world/grid-world.ts";
import type { Holes } from "./counting.ts";
import { Ends, GOAL_SEEN, IN_REPEAT, IN_UNTIL, type MapState, type StopKind } from "./ends.ts";
import { partialStatement, type PartialRepeat, type PartialStatement, type PartialUntil, type Sequence } from "./partial.ts";

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

/** A body being run; never changed, since several tries share it. */
interface Frame {
  readonly sequence: Sequence;
  /** Index of the item to run next, or HEAD: the loop decides on a round. */
  readonly index: number;
  readonly loop: PartialRepeat | PartialUntil | null;
  readonly round: number;
  readonly parent: Frame | null;
  /** An earlier head of this until, to see that it goes in circles. */
  readonly mark: Mark | null;
}

interface Mark extends MapState {
  /** `decisions` then. */
  readonly decisions: number;
}

const HEAD = -1;
const NO_FAULT = "";

export class LazyRun {
  private readonly level: Level;
  private readonly ends: Ends;
  private readonly worlds: readonly GridWorld[];
  /** By map and cell: what `seen` gains there. */
  private readonly sights: readonly Int32Array[];

  // The run at hand.
  private from: Start = { states: [], failed: null };
  private report: (ran: Ran) => void = () => undefined;
  private statement: PartialStatement | null = null;
  private root: Frame | null = null;
  private after: MapState[] = [];
  private map = 0;
  private world: GridWorld;
  private seen = 0;
  private executed = 0;

  // What is decided and what is open.
  private room = 0;
  private blocks = 0;
  private optional = 0;
  private mandatory = 0;
  private pairs = 0;
  private decisions = 0;

  constructor(level: Level, ends: Ends) {
    this.level = level;
    this.ends = ends;
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
    this.room = room;
    this.report = report;
    this.blocks = this.optional = this.mandatory = this.pairs = 0;
    for (const block of this.level.toolbox) {
      const sequence: Sequence = { items: [], open: false, sibling: null };
      this.root = { sequence, index: 0, loop: null, round: 0, parent: null, mark: null };
      this.append(this.root, block, () => this.startMap(0));
    }
  }

  private startMap(map: number): void {
    this.map = map;
    this.world = this.worlds[map] as GridWorld;
    const { position, heading, lit, seen, executed } = this.from.states[map] as MapState;
    Object.assign(this.world, { position, heading, lit });
    this.seen = seen;
    this.executed = executed;
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
      else if (frame.loop) frame = { ...frame, index: HEAD };
      else if (frame.parent) frame = frame.parent;
      else frame = this.endOfStatement();
    }
  }

  /** @returns the frame to go on with; null when every way on was tried */
  private execute(frame: Frame, statement: PartialStatement): Frame | null {
    const next = { ...frame, index: frame.index + 1 };
    if (statement.kind === "repeat" || statement.kind === "until") {
      return { sequence: statement.body, index: HEAD, loop: statement, round: 0, parent: next, mark: null };
    }
    if (this.executed === this.level.limits.steps) return this.stop("endless", NO_FAULT, frame);
    this.executed++;
    if (statement.kind === "call") {
      if (!this.world.act(statement.action)) return this.stop("fault", statement.action, frame);
      this.seen |= this.sights[this.map]?.[this.world.position] ?? 0;
      return next;
    }
    const branch = (sequence: Sequence | null): Frame =>
      sequence ? { sequence, index: 0, loop: null, round: 0, parent: next, mark: null } : next;
    return this.ask(statement, (answer) => branch(answer ? statement.body : statement.otherwise));
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
      this.attempt(() => {
        loop.from = loop.to = round;
        this.advance(frame.parent as Frame);
      });
      this.attempt(() => {
        loop.from = round + 1;
        loop.to = to;
        this.advance(frame);
      });
      loop.from = from;
      return null;
    }
    if (round >= loop.to) return frame.parent;
    if (this.executed === this.level.limits.steps) return this.stop("endless", NO_FAULT, frame);
    this.executed++;
    return { ...frame, index: 0, round: round + 1 };
  }

  /** A condition that can still be true or false is tried as both. */
  private ask(asker: { candidates: number }, then: (answer: boolean) => Frame): Frame | null {
    const { candidates } = asker;
    const yes = this.trueAmong(candidates);
    if (yes === candidates) return then(true);
    if (yes === 0) return then(false);
    for (const answer of [true, false]) {
      this.attempt(() => {
        asker.candidates = answer ? yes : candidates & ~yes;
        this.advance(then(answer));
      });
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
    if (this.mayClose(sequence)) {
      this.attempt(() => {
        this.close(sequence);
        this.advance(frame);
      });
      sequence.open = true;
    }
    if (this.blocks === this.room) return null;
    for (const block of this.level.toolbox) this.append(frame, block, () => this.advance(frame));
    return null;
  }

  private append({ sequence }: Frame, block: Block, run: () => void): void {
    this.attempt(() => {
      if (sequence.items.length === 0 && sequence.open) this.firstItem(sequence);
      if (block === "if_else") this.pairs++;
      else if (block === "repeat" || block === "until" || block === "if") this.mandatory++;
      this.blocks++;
      if (this.blocks + this.mandatory + this.pairs > this.room) return;
      const statement = partialStatement(block, this.level);
      if (sequence === this.root?.sequence) this.statement = statement;
      sequence.items.push(statement);
      run();
      sequence.items.pop();
    });
  }

  private firstItem(sequence: Sequence): void {
    const need = needOf(sequence);
    if (need === "pair") this.pairs--;
    if (need === "mandatory") this.mandatory--;
    this.optional += need === "pair" ? 2 : need === "mandatory" ? 1 : 0;
  }

  private mayClose(sequence: Sequence): boolean {
    return sequence.items.length > 0 || needOf(sequence) !== "mandatory";
  }

  private close(sequence: Sequence): void {
    sequence.open = false;
    if (sequence.items.length === 0 && needOf(sequence) === "pair") {
      this.pairs--;
      this.mandatory++;
    } else {
      this.optional--;
    }
  }

  private nextRound(frame: Frame): Frame {
    const round = frame.round + 1;
    if (frame.mark && this.isAt(frame.mark)) this.skipCircles(frame.mark);
    const mark = (round & (round - 1)) === 0 ? { ...this.state(), decisions: this.decisions } : frame.mark;
    return { ...frame, index: 0, round, mark };
  }

  private isAt(mark: Mark): boolean {
    const { position, heading, lit } = this.world;
    return (
      mark.decisions === this.decisions &&
      mark.position === position &&
      mark.heading === heading &&
      mark.lit === lit &&
      mark.seen === this.seen
    );
  }

  /** The same again and again: leave out all whole circles before the limit, so that the end is what it would be. */
  private skipCircles(mark: Mark): void {
    const circle = this.executed - mark.executed;
    this.executed += Math.floor((this.level.limits.steps - this.executed) / circle) * circle;
  }

  /** Tries one way and puts everything back, but for what the caller itself changed in the program. */
  private attempt(way: () => void): void {
    const { position, heading, lit } = this.world;
    const { map, world, seen, executed, blocks, optional, mandatory, pairs } = this;
    const after = this.after;
    this.decisions++;
    way();
    this.map = map;
    this.world = world;
    this.seen = seen;
    this.executed = executed;
    this.blocks = blocks;
    this.optional = optional;
    this.mandatory = mandatory;
    this.pairs = pairs;
    this.after = after;
    world.position = position;
    world.heading = heading;
    world.lit = lit;
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
    const { blocks, optional, mandatory, pairs } = this;
    const statement = this.statement as PartialStatement;
    this.report({ states, failed, statement, blocks, holes: { optional, mandatory, pairs } });
  }
}

/** How an empty open sequence is counted among the holes. */
function needOf({ sibling }: Sequence): "optional" | "mandatory" | "pair" {
  if (!sibling) return "mandatory";
  if (sibling.items.length > 0) return "optional";
  return sibling.open ? "pair" : "mandatory";
}

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
import { isControl, partialStatement, type PartialRepeat, type PartialStatement, type PartialUntil, type Sequence } from "./partial.ts";
import type { Spin } from "./spins.ts";

/** Where a program stands between two of its statements. */
export interface Start {
  /** Of the maps before the first that failed: what happens on the others does not count any more. */
  readonly states: readonly MapState[];
  /** How the run on the first failing map ended (an id of `Ends`); null when none failed. */
  readonly failed: number | null;
  /** Its last statement was a spin. */
  readonly spun: boolean;
}

/** A statement was run on every map that counts; where the program stands after it. */
export interface Ran extends Start {
  readonly statement: PartialStatement;
  /** Blocks decided in the statement. */
  readonly blocks: number;
  readonly holes: Holes;
}

/** A body being run; never changed, since several tries share it. */
class Frame {
  readonly sequence: Sequence;
  /** Index of the item to run next, or HEAD: the loop decides on a round. */
  readonly index: number;
  readonly parent: Frame | null;
  readonly loop: PartialRepeat | PartialUntil | null;
  readonly round: number;
  /** An earlier head of this until, to see that it goes in circles. */
  readonly mark: MapState | null;

  constructor(
    sequence: Sequence,
    index: number,
    parent: Frame | null,
    loop: Frame["loop"] = null,
    round = 0,
    mark: MapState | null = null,
  ) {
    this.sequence = sequence;
    this.index = index;
    this.parent = parent;
    this.loop = loop;
    this.round = round;
    this.mark = mark;
  }

  at(index: number): Frame {
    return new Frame(this.sequence, index, this.parent, this.loop, this.round, this.mark);
  }

  nextRound(mark: MapState | null): Frame {
    return new Frame(this.sequence, 0, this.parent, this.loop, this.round + 1, mark);
  }
}

interface Checkpoint extends MapState, Holes {
  readonly map: number;
  readonly after: readonly MapState[];
  readonly blocks: number;
}

const HEAD = -1;
const NO_FAULT = "";

export class LazyRun {
  private readonly level: Level;
  private readonly ends: Ends;
  private readonly worlds: readonly GridWorld[];
  private readonly spins: readonly (readonly Spin[])[];
  /** By map and cell: what `seen` gains there. */
  private readonly sights: readonly Int32Array[];

  // The run at hand.
  private from: Start = { states: [], failed: null, spun: false };
  private report: (ran: Ran) => void = () => undefined;
  private statement: PartialStatement | null = null;
  private root: Frame | null = null;
  private after: readonly MapState[] = [];
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

  /** @param spins by number of blocks, as many as there may be room for */
  constructor(level: Level, ends: Ends, spins: readonly (readonly Spin[])[]) {
    this.level = level;
    this.ends = ends;
    this.spins = spins;
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
    const before = this.checkpoint();
    for (const statement of this.additions(from.spun)) {
      this.statement = statement;
      this.root = new Frame({ items: [statement], open: false, sibling: null }, 0, null);
      this.startMap(0);
      this.restore(before);
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
    if (statement.kind === "spin") {
      this.world.heading = (this.world.heading + statement.quarters) & 3;
      return next;
    }
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
    if (this.mayClose(frame)) {
      this.close(sequence);
      this.advance(frame);
      this.restore(before);
      sequence.open = true;
    }
    if (this.blocks === this.room) return null;
    if (sequence.items.length === 0) this.firstItem(sequence);
    const inside = this.checkpoint();
    for (const statement of this.additions(sequence.items.at(-1)?.kind === "spin")) {
      sequence.items.push(statement);
      this.advance(frame);
      sequence.items.pop();
      this.restore(inside);
    }
    this.restore(before);
    return null;
  }

  /**
   * Every statement that there is room for, counted while it is tried. Two spins do not follow one another: they are one.
   */
  private *additions(afterSpin: boolean): Generator<PartialStatement> {
    const { blocks, mandatory, pairs } = this;
    const room = this.room - blocks - mandatory - pairs;
    for (const block of this.level.toolbox) {
      if (isTurn(block) || room < (isControl(block) ? 2 : 1)) continue;
      this.blocks++;
      if (block === "if_else") this.pairs++;
      else if (isControl(block)) this.mandatory++;
      yield partialStatement(block, this.level);
    }
    for (let n = 1; n <= room && !afterSpin; n++) {
      for (const spin of this.spins[n] ?? []) {
        this.blocks += n;
        yield spin;
      }
    }
  }

  private firstItem(sequence: Sequence): void {
    const need = needOf(sequence);
    if (need === "pair") this.pairs--;
    if (need === "mandatory") this.mandatory--;
    this.optional += need === "pair" ? 2 : need === "mandatory" ? 1 : 0;
  }

  private mayClose({ sequence, loop }: Frame): boolean {
    const [first, second] = sequence.items;
    if (!first) return needOf(sequence) !== "mandatory";
    return second !== undefined || first.kind !== "spin" || loop?.kind !== "repeat";
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
    const mark = (round & (round - 1)) === 0 ? this.state() : frame.mark;
    return frame.nextRound(mark);
  }

  private isAt(mark: MapState): boolean {
    const { position, heading, lit } = this.world;
    return (
      mark.position === position &&
      mark.heading === heading &&
      mark.lit === lit &&
      mark.seen === this.seen
    );
  }

  /** The same again and again: leave out all whole circles before the limit, so that the end is what it would be. */
  private skipCircles(mark: MapState): void {
    const circle = this.executed - mark.executed;
    this.executed += Math.floor((this.level.limits.steps - this.executed) / circle) * circle;
  }

  /** All that a try changes, but for the partial program itself, which whoever changed it puts back. */
  private checkpoint(): Checkpoint {
    const { map, seen, executed, after, blocks, optional, mandatory, pairs } = this;
    const { position, heading, lit } = this.world;
    return { map, seen, executed, after, blocks, optional, mandatory, pairs, position, heading, lit };
  }

  private restore(before: Checkpoint): void {
    this.map = before.map;
    this.seen = before.seen;
    this.executed = before.executed;
    this.after = before.after;
    this.blocks = before.blocks;
    this.optional = before.optional;
    this.mandatory = before.mandatory;
    this.pairs = before.pairs;
    this.world = this.worlds[before.map] as GridWorld;
    this.world.position = before.position;
    this.world.heading = before.heading;
    this.world.lit = before.lit;
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
    this.report({ states, failed, spun: statement.kind === "spin", statement, blocks, holes: { optional, mandatory, pairs } });
  }
}

/** How an empty open sequence is counted among the holes. */
function needOf({ sibling }: Sequence): "optional" | "mandatory" | "pair" {
  if (!sibling) return "mandatory";
  if (sibling.items.length > 0) return "optional";
  return sibling.open ? "pair" : "mandatory";
}

function isTurn(block: Block): boolean {
  return block === "turn_left" || block === "turn_right";
}

/**
 * The grid world: Ora walks on paths, turns, and lights lanterns. Nothing is allocated by `act` and `sense`, since the
 * prover runs millions of programs; events and snapshots are made only when somebody asks for them.
 */
import { cellKey, isWalkable, tileAt, type Grid } from "../schema/grid.ts";
import type { Cell, Fault, WorldEvent, WorldState } from "../schema/trace.ts";
import type { Direction, Obstacle } from "../schema/world.ts";
import type { World } from "./world.ts";

export const ACTIONS = ["move", "turn_left", "turn_right", "light"] as const;
export const SENSORS = ["path_ahead", "path_left", "path_right", "at_lantern", "at_goal"] as const;

const CLOCKWISE: readonly Direction[] = ["north", "east", "south", "west"];
const AHEAD = 0;
const RIGHT = 1;
const LEFT = 3;

/** Neighbour of a cell that Ora cannot step into. */
const BLOCKED = -1;

/** What a grid is to a run, worked out once: by cell index, and by `index * 4 + heading` for neighbours. */
interface Terrain {
  readonly neighbours: Int16Array;
  /** Bit of the lantern in each cell, 0 where there is none. */
  readonly lanternBit: Int32Array;
  readonly goal: number;
  readonly start: number;
  readonly heading: number;
}

const terrains = new WeakMap<Grid, Terrain>();

export class GridWorld implements World {
  readonly actions = ACTIONS;
  readonly sensors = SENSORS;
  readonly grid: Grid;
  /** Index of the cell that Ora stands in, row by row. */
  position = 0;
  /** 0 north, 1 east, 2 south, 3 west. */
  heading = 0;
  /** Bits of the lit lanterns, in the grid's order of lanterns. */
  lit = 0;

  private readonly terrain: Terrain;
  private lastAction = "";
  private before = 0;
  private lastSnapshot: WorldState | null = null;
  private lastLit = -1;

  constructor(grid: Grid) {
    this.grid = grid;
    this.terrain = terrainOf(grid);
    this.reset();
  }

  reset(): void {
    this.position = this.terrain.start;
    this.heading = this.terrain.heading;
    this.lit = 0;
    this.lastAction = "";
  }

  act(action: string): boolean {
    this.lastAction = action;
    switch (action) {
      case "move":
        return this.move();
      case "turn_left":
        return this.turn(LEFT);
      case "turn_right":
        return this.turn(RIGHT);
      case "light":
        return this.light();
      default:
        throw new Error(`The grid world has no action ${action}`);
    }
  }

  sense(sensor: string): boolean {
    switch (sensor) {
      case "path_ahead":
        return this.neighbour(AHEAD) !== BLOCKED;
      case "path_left":
        return this.neighbour(LEFT) !== BLOCKED;
      case "path_right":
        return this.neighbour(RIGHT) !== BLOCKED;
      case "at_lantern":
        return this.atDarkLantern();
      case "at_goal":
        return this.position === this.terrain.goal;
      default:
        throw new Error(`The grid world has no sensor ${sensor}`);
    }
  }

  event(): WorldEvent {
    const at = cellAt(this.grid, this.position);
    if (this.lastAction === "move") {
      if (this.before === this.position) return this.bump(at);
      return { kind: "moved", from: cellAt(this.grid, this.before), to: at };
    }
    if (this.lastAction === "light") return this.before < 0 ? this.misplaced(at) : { kind: "lit", at };
    return { kind: "turned", from: directionOf(this.before), to: directionOf(this.heading) };
  }

  snapshot(): WorldState {
    const lit = this.lastSnapshot && this.lastLit === this.lit ? this.lastSnapshot.lit : this.litKeys();
    this.lastLit = this.lit;
    this.lastSnapshot = { at: cellAt(this.grid, this.position), facing: directionOf(this.heading), lit };
    return this.lastSnapshot;
  }

  private move(): boolean {
    this.before = this.position;
    const next = this.neighbour(AHEAD);
    if (next === BLOCKED) return false;
    this.position = next;
    return true;
  }

  private turn(quarters: number): boolean {
    this.before = this.heading;
    this.heading = (this.heading + quarters) & 3;
    return true;
  }

  private light(): boolean {
    const possible = this.atDarkLantern();
    this.before = possible ? 0 : -1;
    if (possible) this.lit |= this.terrain.lanternBit[this.position] as number;
    return possible;
  }

  private neighbour(side: number): number {
    return this.terrain.neighbours[this.position * 4 + ((this.heading + side) & 3)] as number;
  }

  private atDarkLantern(): boolean {
    const bit = this.terrain.lanternBit[this.position] as number;
    return bit !== 0 && (this.lit & bit) === 0;
  }

  private bump(from: Cell): Fault {
    const at = cellBeside(from, directionOf(this.heading));
    return { kind: "bumped", at, obstacle: tileAt(this.grid, at) as Obstacle };
  }

  private misplaced(at: Cell): Fault {
    const reason = this.terrain.lanternBit[this.position] === 0 ? "no_lantern" : "already_lit";
    return { kind: "misplaced", action: this.lastAction, at, reason };
  }

  private litKeys(): ReadonlySet<string> {
    return new Set(this.grid.lanterns.filter((_, i) => this.lit & (1 << i)).map(cellKey));
  }
}

/** The cell one step in a direction, which may lie outside the map. */
export function cellBeside({ row, column }: Cell, direction: Direction): Cell {
  const rows = direction === "south" ? 1 : direction === "north" ? -1 : 0;
  const columns = direction === "east" ? 1 : direction === "west" ? -1 : 0;
  return { row: row + rows, column: column + columns };
}

export function turned(direction: Direction, side: "left" | "right"): Direction {
  return directionOf((CLOCKWISE.indexOf(direction) + (side === "left" ? LEFT : RIGHT)) & 3);
}

function directionOf(heading: number): Direction {
  return CLOCKWISE[heading] as Direction;
}

function cellAt(grid: Grid, index: number): Cell {
  return { row: Math.floor(index / grid.columns), column: index % grid.columns };
}

function terrainOf(grid: Grid): Terrain {
  const known = terrains.get(grid);
  if (known) return known;
  const terrain = buildTerrain(grid);
  terrains.set(grid, terrain);
  return terrain;
}

function buildTerrain(grid: Grid): Terrain {
  const index = ({ row, column }: Cell) => row * grid.columns + column;
  const neighbours = new Int16Array(grid.tiles.length * 4).fill(BLOCKED);
  for (let cell = 0; cell < grid.tiles.length; cell++) {
    for (const [heading, direction] of CLOCKWISE.entries()) {
      const beside = cellBeside(cellAt(grid, cell), direction);
      const tile = tileAt(grid, beside);
      if (tile !== "edge" && isWalkable(tile)) neighbours[cell * 4 + heading] = index(beside);
    }
  }
  const lanternBit = new Int32Array(grid.tiles.length);
  for (const [i, lantern] of grid.lanterns.entries()) lanternBit[index(lantern)] = 1 << i;
  return {
    neighbours,
    lanternBit,
    goal: grid.goal ? index(grid.goal) : BLOCKED,
    start: index(grid.start),
    heading: CLOCKWISE.indexOf(grid.facing),
  };
}

/** The town editor of a create level: its map is the learner's own. */
import { type Grid, mapFault, parseGrid } from "../schema/grid.ts";
import type { Program } from "../schema/program.ts";
import type { Cell } from "../schema/trace.ts";
import { type Direction, LEGEND, type Tile } from "../schema/world.ts";
import { lastSpot } from "../view/strip/spots.ts";
import type { PlayerState, TownEditor } from "./state.ts";

/** What can be painted. */
export const BRUSHES: readonly Tile[] = [
  "path",
  "lantern",
  "start",
  "ground",
  "house",
  "landmark",
  "tree",
  "water",
  "bridge",
  "bench",
  "puddle",
];

export const SMALLEST = { rows: 3, columns: 3 } as const;
export const LARGEST = { rows: 7, columns: 9 } as const;

const TURNED: Readonly<Record<Direction, Direction>> = { north: "east", east: "south", south: "west", west: "north" };

export function pickBrush(state: PlayerState, brush: Tile): PlayerState {
  return withTown(state, { brush });
}

export function openEditor(state: PlayerState, open: boolean): PlayerState {
  return withTown(open ? { ...state, run: null, say: null, celebrating: false } : state, { open });
}

/** Puts the brush's tile on the cell. The start moves; where it stood is path. */
export function paint(state: PlayerState, cell: Cell): PlayerState {
  if (!state.town) return state;
  const { map, brush } = state.town;
  const here = map[cell.row]?.[cell.column];
  // Ora must stand somewhere.
  if (here === undefined || here === symbolOf(brush) || (here === "S" && brush !== "start")) return state;
  const cleared = brush === "start" ? map.map((row) => row.replace("S", ".")) : map;
  return withMap(
    state,
    cleared.map((row, index) => (index === cell.row ? put(row, cell.column, symbolOf(brush)) : row)),
  );
}

export function turnOra(state: PlayerState): PlayerState {
  return state.town ? withTown(rewound(state), { facing: TURNED[state.town.facing] }) : state;
}

/** Rows and columns come and go at the bottom and at the right; Ora's own is never cut off. */
export function resize(state: PlayerState, rows: number, columns: number): PlayerState {
  if (!state.town || !fits(rows, columns)) return state;
  const width = state.town.map[0]?.length ?? 0;
  const wide = state.town.map.map((row) => row.slice(0, columns) + ",".repeat(Math.max(0, columns - width)));
  const added = Array.from({ length: Math.max(0, rows - wide.length) }, () => ",".repeat(columns));
  const map = [...wide.slice(0, rows), ...added];
  return mapFault(map) ? state : withMap(state, map);
}

export function canResize(state: PlayerState, rows: number, columns: number): boolean {
  return resize(state, rows, columns) !== state;
}

/** A friend's town: its map, its program if it brings one. */
export function openTown(
  state: PlayerState,
  town: { map: readonly string[]; facing: Direction; program: Program },
): PlayerState {
  const { map, facing, program } = town;
  const opened = withTown(
    { ...rewound(state), program, past: [...state.past, state.program], future: [] },
    { map, facing },
  );
  return { ...opened, spot: lastSpot(program) };
}

function fits(rows: number, columns: number): boolean {
  const high = rows >= SMALLEST.rows && rows <= LARGEST.rows;
  return high && columns >= SMALLEST.columns && columns <= LARGEST.columns;
}

function withMap(state: PlayerState, map: readonly string[]): PlayerState {
  return mapFault(map) ? state : withTown(rewound(state), { map });
}

function rewound(state: PlayerState): PlayerState {
  return { ...state, run: null, say: null, pointed: {}, celebrating: false };
}

function withTown(state: PlayerState, change: Partial<TownEditor>): PlayerState {
  if (!state.town) return state;
  const town = { ...state.town, ...change };
  if (!change.map && !change.facing) return { ...state, town };
  const grids: readonly [Grid] = [parseGrid(town.map, town.facing)];
  return { ...state, town, level: { ...state.level, grids } };
}

function put(row: string, column: number, symbol: string): string {
  return row.slice(0, column) + symbol + row.slice(column + 1);
}

function symbolOf(tile: Tile): string {
  return Object.entries(LEGEND).find(([, name]) => name === tile)?.[0] ?? ".";
}

/** A level map as data: which tile is where, where Ora starts. */
import type { Cell } from "./trace.ts";
import { LEGEND, type Direction, type Tile } from "./world.ts";

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Row by row: the tile in row r, column c is `tiles[r * columns + c]`. */
  readonly tiles: readonly Tile[];
  readonly start: Cell;
  readonly facing: Direction;
  /** In reading order. */
  readonly lanterns: readonly Cell[];
  readonly goal: Cell | null;
}

/** Lit lanterns are bits of one number. */
const MAX_LANTERNS = 30;

const WALKABLE: ReadonlySet<Tile> = new Set<Tile>(["path", "bridge", "start", "goal", "lantern"]);

export function isWalkable(tile: Tile): boolean {
  return WALKABLE.has(tile);
}

/** What is wrong with a map: `row` zero-based where one row is at fault. */
export type MapFault =
  | { readonly kind: "ragged"; readonly row: number }
  | { readonly kind: "unknown_tile"; readonly row: number; readonly tile: string }
  | { readonly kind: "starts"; readonly count: number }
  | { readonly kind: "goals"; readonly count: number }
  | { readonly kind: "lanterns"; readonly count: number };

/** Nothing when the map can be played: rectangular, known tiles, one start, at most one goal, not too many lanterns. */
export function mapFault(map: readonly string[]): MapFault | null {
  for (const [row, line] of map.entries()) {
    if (line.length !== map[0]?.length) return { kind: "ragged", row };
    const tile = [...line].find((char) => !(char in LEGEND));
    if (tile !== undefined) return { kind: "unknown_tile", row, tile };
  }
  const count = (tile: string) => map.join("").split(tile).length - 1;
  if (count("S") !== 1) return { kind: "starts", count: count("S") };
  if (count("G") > 1) return { kind: "goals", count: count("G") };
  if (count("L") > MAX_LANTERNS) return { kind: "lanterns", count: count("L") };
  return null;
}

/** @throws Error when `mapFault` finds one. */
export function parseGrid(map: readonly string[], facing: Direction): Grid {
  const fault = mapFault(map);
  if (fault) throw new Error(`This map cannot be played: ${JSON.stringify(fault)}`);
  const columns = map[0]?.length ?? 0;
  const tiles = [...map.join("")].map((char) => LEGEND[char as keyof typeof LEGEND]);
  const cells = (tile: Tile): Cell[] =>
    tiles.flatMap((t, i) => (t === tile ? [{ row: Math.floor(i / columns), column: i % columns }] : []));
  const [start] = cells("start") as [Cell];
  return { rows: map.length, columns, tiles, start, facing, lanterns: cells("lantern"), goal: cells("goal")[0] ?? null };
}

/** The tile of a cell, `edge` outside the map. */
export function tileAt(grid: Grid, { row, column }: Cell): Tile | "edge" {
  if (row < 0 || row >= grid.rows || column < 0 || column >= grid.columns) return "edge";
  return grid.tiles[row * grid.columns + column] as Tile;
}

/** As in `WorldState.lit`. */
export function cellKey({ row, column }: Cell): string {
  return `${row},${column}`;
}

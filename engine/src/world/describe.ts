/**
 * The world as data for screen readers, narration and print. No words here: the view has them in the reader's language.
 * Rows and columns count from one, as people are told them.
 */
import { cellKey, tileAt, type Grid } from "../schema/grid.ts";
import { sameCell } from "../schema/level.ts";
import type { Cell, WorldState } from "../schema/trace.ts";
import type { Direction, Tile } from "../schema/world.ts";
import { cellBeside, turned } from "./grid-world.ts";

export interface CellDescription {
  readonly row: number;
  readonly column: number;
  /** `edge` when the cell is outside the map. */
  readonly tile: Tile | "edge";
  /** Whether the lantern is lit; null where there is none. */
  readonly lit: boolean | null;
  /** Where Ora looks, when Ora stands here. */
  readonly ora: Direction | null;
}

export interface WorldDescription {
  readonly rows: number;
  readonly columns: number;
  /** The cell Ora stands in, and its neighbours as Ora sees them. */
  readonly here: CellDescription;
  readonly ahead: CellDescription;
  readonly left: CellDescription;
  readonly right: CellDescription;
  /** In reading order. */
  readonly lanterns: readonly CellDescription[];
  readonly dark: number;
  readonly goal: CellDescription | null;
}

export function describeCell(grid: Grid, state: WorldState, cell: Cell): CellDescription {
  const tile = tileAt(grid, cell);
  return {
    row: cell.row + 1,
    column: cell.column + 1,
    tile,
    lit: tile === "lantern" ? state.lit.has(cellKey(cell)) : null,
    ora: sameCell(cell, state.at) ? state.facing : null,
  };
}

export function describeWorld(grid: Grid, state: WorldState): WorldDescription {
  const describe = (cell: Cell) => describeCell(grid, state, cell);
  const beside = (direction: Direction) => describe(cellBeside(state.at, direction));
  const lanterns = grid.lanterns.map(describe);
  return {
    rows: grid.rows,
    columns: grid.columns,
    here: describe(state.at),
    ahead: beside(state.facing),
    left: beside(turned(state.facing, "left")),
    right: beside(turned(state.facing, "right")),
    lanterns,
    dark: lanterns.filter((lantern) => !lantern.lit).length,
    goal: grid.goal && describe(grid.goal),
  };
}

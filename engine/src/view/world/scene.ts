/** The town as it stands: ground, paths, houses, and the numbers of rows and columns around it. */
import { type Grid, tileAt } from "../../schema/grid.ts";
import type { Cell } from "../../schema/trace.ts";
import type { Tile } from "../../schema/world.ts";
import type { Art } from "../art.ts";
import { s } from "../dom.ts";

/** Units of one cell, as the art is drawn. */
export const CELL = 64;

/** Room around the map for the numbers. */
export const MARGIN = { start: 30, top: 32, end: 10, bottom: 10 } as const;

export interface Town {
  /** Names of the symbols without their prefix. */
  readonly house: string;
  readonly landmark: string;
}

/** Width and height of the whole picture in units. */
export function sizeOf({ rows, columns }: Grid): { width: number; height: number } {
  return { width: columns * CELL + MARGIN.start + MARGIN.end, height: rows * CELL + MARGIN.top + MARGIN.bottom };
}

export function cornerOf({ row, column }: Cell): { x: number; y: number } {
  return { x: column * CELL, y: row * CELL };
}

function cellsOf({ rows, columns }: Grid): Cell[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  }));
}

/** Flat tiles, the lines between the cells, and the numbers: all that lies under the trail. */
export function drawGround(grid: Grid, art: Art): SVGGElement {
  const width = grid.columns * CELL;
  const height = grid.rows * CELL;
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const rows = Array.from({ length: grid.rows }, (_, row) => row);
  return s(
    "g",
    {},
    s("clipPath", { id: "p-corners" }, s("rect", { width, height, rx: 14 })),
    s("g", { "clip-path": "url(#p-corners)" }, ...cellsOf(grid).map((cell) => drawFlat(grid, cell, art))),
    s("path", {
      class: "p-lines",
      d:
        columns
          .slice(1)
          .map((column) => `M${column * CELL} 0V${height}`)
          .join("") +
        rows
          .slice(1)
          .map((row) => `M0 ${row * CELL}H${width}`)
          .join(""),
    }),
    s(
      "g",
      { class: "p-numbers" },
      ...columns.map((column) => s("text", { x: (column + 0.5) * CELL, y: -11 }, String(column + 1))),
      ...rows.map((row) => s("text", { x: -16, y: (row + 0.5) * CELL + 6 }, String(row + 1))),
    ),
  );
}

/** What stands on the ground, row by row, so that a roof covers the row behind it. */
export function drawStanding(grid: Grid, art: Art, town: Town): SVGGElement {
  return s(
    "g",
    {},
    ...cellsOf(grid).map((cell) => {
      const name = standingOn(tileAt(grid, cell) as Tile, town);
      const { x, y } = cornerOf(cell);
      return name && art.draw(otherOf(name, cell, art), { x, y: y - 4 });
    }),
  );
}

/** Marks that lie flat on the path. */
export function drawMarks(grid: Grid, art: Art): SVGGElement {
  const goal = grid.goal && cornerOf(grid.goal);
  return s("g", {}, art.draw("start", cornerOf(grid.start)), goal && art.draw("goal", goal));
}

function drawFlat(grid: Grid, cell: Cell, art: Art): SVGElement {
  const { x, y } = cornerOf(cell);
  const tile = tileAt(grid, cell) as Tile;
  if (tile !== "bridge") return art.draw(otherOf(flatOf(tile), cell, art), { x, y });
  const bridge = art.draw("bridge", { x, y });
  if (crosses(grid, cell)) bridge.setAttribute("transform", `rotate(90 ${x + CELL / 2} ${y + CELL / 2})`);
  return bridge;
}

/** Whether the bridge leads from side to side: the art's bridge leads up and down. */
function crosses(grid: Grid, { row, column }: Cell): boolean {
  const above = tileAt(grid, { row: row - 1, column });
  const below = tileAt(grid, { row: row + 1, column });
  return above === "water" || below === "water";
}

/** Neither streets nor meadows are all the same: every third tile or so is of another kind, if the art has one. */
function otherOf(name: string, { row, column }: Cell, art: Art): string {
  const other = `${name}-2`;
  return (row * 7 + column * 5) % 3 === 0 && art.has(other) ? other : name;
}

function flatOf(tile: Tile): string {
  switch (tile) {
    case "path":
    case "start":
    case "goal":
    case "lantern":
    case "gate":
    case "puddle":
      return "path";
    case "water":
      return "canal";
    default:
      return "ground";
  }
}

/** Name of the drawing that stands on such a tile; null where the ground is all. */
export function standingOn(tile: Tile, { house, landmark }: Town): string | null {
  switch (tile) {
    case "house":
      return `house-${house}`;
    case "landmark":
      return `landmark-${landmark}`;
    case "gate":
      return "gate-locked";
    case "tree":
    case "bench":
    case "puddle":
      return tile;
    default:
      return null;
  }
}

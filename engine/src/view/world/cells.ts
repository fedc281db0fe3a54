/**
 * The map as a grid of cells that keyboard and screen reader can walk through. It lies over the picture, without a look
 * of its own until a cell has the focus. Where cells can be chosen (a prediction, the town editor) it takes taps as well.
 */
import type { Grid } from "../../schema/grid.ts";
import type { Cell } from "../../schema/trace.ts";
import { h } from "../dom.ts";

export interface CellsOptions {
  /** What the grid is for: its accessible name. */
  readonly name: string;
  /** What stands in a cell, as a sentence. */
  readonly describe: (cell: Cell) => string;
  /** A cell was chosen by tap, drag or key. Without it the cells are for reading only. */
  readonly choose?: (cell: Cell) => void;
}

export class Cells {
  readonly element = h("div", { class: "p-cells", role: "grid" });
  private grid: Grid | null = null;
  private options: CellsOptions | null = null;
  /** The one cell that the tab key reaches. */
  private current: Cell = { row: 0, column: 0 };
  private painted: Element | null = null;

  constructor() {
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    this.element.addEventListener("focusin", ({ target }) => this.arrive(target as HTMLElement));
    this.element.addEventListener("pointerdown", (event) => this.paint(event));
    this.element.addEventListener("pointermove", (event) => event.buttons === 1 && this.paint(event));
    this.element.addEventListener("pointerup", () => (this.painted = null));
  }

  show(grid: Grid, options: CellsOptions): void {
    if (this.grid?.rows !== grid.rows || this.grid.columns !== grid.columns) this.lay(grid);
    this.grid = grid;
    this.options = options;
    this.element.setAttribute("aria-label", options.name);
    this.element.classList.toggle("is-for-choosing", options.choose !== undefined);
    for (const cell of this.element.querySelectorAll<HTMLElement>("[role=gridcell]")) {
      cell.setAttribute("aria-label", options.describe(cellOf(cell)));
    }
  }

  focus(cell: Cell): void {
    this.elementOf(cell)?.focus({ preventScroll: true });
  }

  private lay({ rows, columns }: Grid): void {
    this.current = { row: 0, column: 0 };
    this.element.style.setProperty("--columns", String(columns));
    this.element.style.setProperty("--rows", String(rows));
    this.element.replaceChildren(
      ...Array.from({ length: rows }, (_, row) =>
        h("div", { role: "row" }, ...Array.from({ length: columns }, (_, column) => cellElement(row, column))),
      ),
    );
  }

  private onKey(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (move) {
      event.preventDefault();
      const [rows, columns] = move;
      this.focus({ row: this.current.row + rows, column: this.current.column + columns });
    } else if ((event.key === "Enter" || event.key === " ") && this.options?.choose) {
      event.preventDefault();
      this.options.choose(this.current);
    }
  }

  private arrive(cell: HTMLElement): void {
    if (cell.role !== "gridcell" && cell.getAttribute("role") !== "gridcell") return;
    this.elementOf(this.current)?.setAttribute("tabindex", "-1");
    cell.setAttribute("tabindex", "0");
    this.current = cellOf(cell);
  }

  /** A drag goes through many cells; each is chosen once. */
  private paint(event: PointerEvent): void {
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[role=gridcell]");
    if (!cell || cell === this.painted || !this.element.contains(cell)) return;
    // A finger would keep the pointer at the first cell.
    if (event.target instanceof Element) event.target.releasePointerCapture?.(event.pointerId);
    this.painted = cell;
    this.options?.choose?.(cellOf(cell));
  }

  private elementOf({ row, column }: Cell): HTMLElement | null {
    return this.element.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function cellElement(row: number, column: number): HTMLElement {
  const first = row === 0 && column === 0;
  return h("div", { role: "gridcell", tabindex: first ? 0 : -1, "data-row": row, "data-column": column });
}

function cellOf(element: HTMLElement): Cell {
  return { row: Number(element.dataset["row"]), column: Number(element.dataset["column"]) };
}

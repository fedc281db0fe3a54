/** The world as a picture: the town, the way walked so far, the lanterns, Ora. It shows one moment at a time. */
import { type Grid, cellKey } from "../../schema/grid.ts";
import type { LevelFile } from "../../schema/level.generated.ts";
import type { Cell } from "../../schema/trace.ts";
import { h, s } from "../dom.ts";
import type { Kit } from "../kit.ts";
import { Cells, type CellsOptions } from "./cells.ts";
import type { Moment } from "./moment.ts";
import { Ora } from "./ora.ts";
import { CELL, MARGIN, type Town, cornerOf, drawGround, drawMarks, drawStanding, sizeOf } from "./scene.ts";
import { cellSentence, worldSentences } from "./words.ts";

export interface WorldShown {
  readonly grid: Grid;
  readonly moment: Moment;
  /** Cells to choose from, lettered A, B, C …: the question of a predict level. */
  readonly options: readonly Cell[];
  /** A cell that a hint or message points at. */
  readonly pointed: Cell | null;
  /** What the cells are for; reading them when absent. */
  readonly choosing?: Omit<CellsOptions, "describe">;
}

export class WorldView {
  readonly element: HTMLElement;
  private readonly box: HTMLElement;
  private readonly kit: Kit;
  private readonly town: Town & { readonly name: string };
  private readonly picture: SVGSVGElement;
  private readonly cells = new Cells();
  private readonly ora: Ora;
  private readonly under = s("g");
  private readonly trail = s("g", { class: "p-trail" });
  private readonly lanterns = s("g", { class: "p-lanterns" });
  private readonly over = s("g");
  private readonly signs = s("g");
  private grid: Grid | null = null;

  constructor(kit: Kit, town: Town & { readonly name: string }, time: LevelFile["world"]["time"]) {
    this.kit = kit;
    this.town = town;
    this.ora = new Ora(kit.art);
    this.picture = s(
      "svg",
      { class: "p-picture", role: "img", "data-time": time },
      this.under,
      this.trail,
      this.over,
      this.lanterns,
      this.signs,
      this.ora.element,
    );
    this.box = h("div", { class: "p-world__box", dir: "ltr" }, this.picture, this.cells.element);
    this.element = h("div", { class: "p-world__place" }, this.box);
  }

  show({ grid, moment, options, pointed, choosing }: WorldShown): void {
    const { words } = this.kit;
    if (grid !== this.grid) this.lay(grid);
    this.picture.setAttribute("aria-label", worldSentences(words, grid, moment.state, this.town.name));
    this.trail.replaceChildren(...drawTrail(moment.trail));
    this.lanterns.replaceChildren(...grid.lanterns.map((cell) => this.drawLantern(cell, moment)));
    this.signs.replaceChildren(
      ...options.map((cell, index) => drawLetter(cell, letterOf(index))),
      ...(moment.fault ? [drawFault(grid, moment.fault)] : []),
      ...(pointed ? [drawRing(pointed, "p-pointed")] : []),
    );
    this.ora.show(moment, grid);
    this.cells.show(grid, {
      name: words.t("The map, cell by cell. Use the arrow keys."),
      ...choosing,
      describe: (cell) => cellSentence(words, grid, moment.state, cell),
    });
  }

  focusCell(cell: Cell): void {
    this.cells.focus(cell);
  }

  private lay(grid: Grid): void {
    const { width, height } = sizeOf(grid);
    this.picture.setAttribute("viewBox", `${-MARGIN.start} ${-MARGIN.top} ${width} ${height}`);
    for (const [name, value] of Object.entries({ width, height, ...MARGIN })) {
      this.box.style.setProperty(`--${name}`, String(value));
    }
    this.under.replaceChildren(drawGround(grid, this.kit.art), drawMarks(grid, this.kit.art));
    this.over.replaceChildren(drawStanding(grid, this.kit.art, this.town));
    this.grid = grid;
  }

  private drawLantern(cell: Cell, { state }: Moment): SVGElement {
    const { x, y } = cornerOf(cell);
    const lit = state.lit.has(cellKey(cell));
    const box = { x: x + 13, y: y - 17, size: 57 };
    const glow = lit && s("circle", { class: "p-glow", cx: x + CELL / 2 + 10, cy: y + 12, r: 58 });
    return s("g", {}, glow, this.kit.art.draw(lit ? "lantern-lit" : "lantern-unlit", box));
  }
}

export function letterOf(index: number): string {
  return "ABCD".charAt(index);
}

function drawTrail(trail: readonly Cell[]): SVGElement[] {
  const d = trail.map(({ row, column }, index) => {
    const command = index === 0 ? "M" : "L";
    return `${command}${(column + 0.5) * CELL} ${(row + 0.5) * CELL}`;
  });
  return [s("path", { class: "p-trail__bed", d: d.join("") }), s("path", { class: "p-trail__dots", d: d.join("") })];
}

function drawFault(grid: Grid, cell: Cell): SVGElement {
  const inside = cell.row >= 0 && cell.row < grid.rows && cell.column >= 0 && cell.column < grid.columns;
  if (inside) return drawRing(cell, "p-fault");
  // Beyond the edge: a bar on the border.
  const x = Math.min(Math.max(cell.column * CELL, -6), grid.columns * CELL - 2);
  const y = Math.min(Math.max(cell.row * CELL, -6), grid.rows * CELL - 2);
  const beside = cell.column < 0 || cell.column >= grid.columns;
  return s("rect", { class: "p-fault-bar", x, y, width: beside ? 8 : CELL, height: beside ? CELL : 8, rx: 4 });
}

function drawRing(cell: Cell, className: string): SVGElement {
  const { x, y } = cornerOf(cell);
  const box = { x: x + 2, y: y + 2, width: CELL - 4, height: CELL - 4, rx: 9 };
  return s(
    "g",
    { class: className },
    s("rect", { class: "p-ring__bed", ...box }),
    s("rect", { class: "p-ring", ...box }),
  );
}

function drawLetter(cell: Cell, letter: string): SVGElement {
  const { x, y } = cornerOf(cell);
  return s(
    "g",
    { class: "p-letter" },
    s("circle", { cx: x + CELL / 2, cy: y + CELL / 2, r: 19 }),
    s("text", { x: x + CELL / 2, y: y + CELL / 2 + 9 }, letter),
  );
}

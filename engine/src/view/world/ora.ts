/** Ora in the world: where Ora stands, looks, and what Ora does. CSS moves; here are only states (see art/ora.css). */
import { type Grid, tileAt } from "../../schema/grid.ts";
import type { Cell } from "../../schema/trace.ts";
import type { Direction } from "../../schema/world.ts";
import type { Art } from "../art.ts";
import { s } from "../dom.ts";
import type { Moment, Pose } from "./moment.ts";
import { cornerOf } from "./scene.ts";

const STEP: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

export class Ora {
  /** Moves over the map. */
  readonly element: SVGGElement;
  /** Bobs, shakes and shrinks beside a lantern. */
  private readonly body = s("g", { class: "p-ora__body" });
  private readonly art: Art;
  private shown: Moment | null = null;

  constructor(art: Art) {
    this.art = art;
    this.element = s("g", { class: "p-ora" }, this.body);
  }

  show(moment: Moment, grid: Grid): void {
    const before = this.shown;
    this.shown = moment;
    if (before && isSame(before, moment)) return;
    const { state, pose } = moment;
    const { x, y } = cornerOf(state.at);
    const [dx, dy] = STEP[state.facing];
    this.element.classList.toggle("is-jumping", before === null || distance(before.state.at, state.at) > 1);
    this.element.style.setProperty("--x", `${x}px`);
    this.element.style.setProperty("--y", `${y}px`);
    this.element.style.setProperty("--dx", `${dx}`);
    this.element.style.setProperty("--dy", `${dy}`);
    this.body.classList.toggle("is-beside-lantern", tileAt(grid, state.at) === "lantern");
    this.body.dataset["pose"] = pose;
    // A fresh copy begins its animation anew, though the pose be the same.
    this.body.replaceChildren(this.drawing(pose, state.facing));
  }

  private drawing(pose: Pose, facing: Direction): SVGGElement {
    return this.art.copy(pose === "cheer" || pose === "think" ? `ora-${pose}` : `ora-${facing}`);
  }
}

/** What is shown already is not done again. */
function isSame(one: Moment, other: Moment): boolean {
  const stands = distance(one.state.at, other.state.at) === 0 && one.state.facing === other.state.facing;
  return stands && one.event === other.event && one.pose === other.pose;
}

function distance(one: Cell, other: Cell): number {
  return Math.abs(one.row - other.row) + Math.abs(one.column - other.column);
}

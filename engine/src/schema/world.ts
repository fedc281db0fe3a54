/** Words of the grid world that levels, traces and views share. */
export type Direction = "north" | "east" | "south" | "west";

/** What stands in the way. `edge` is the border of the map, `ground` is grass: Ora keeps to the paths. */
export type Obstacle = "house" | "landmark" | "tree" | "bench" | "water" | "puddle" | "ground" | "edge" | "gate";

/** One character of a level map. The walkable ones are path, bridge, start, goal and lantern. */
export const LEGEND = {
  ".": "path",
  S: "start",
  G: "goal",
  L: "lantern",
  "=": "bridge",
  ",": "ground",
  "#": "house",
  X: "landmark",
  T: "tree",
  B: "bench",
  "~": "water",
  o: "puddle",
  "+": "gate",
} as const;

export type Tile = (typeof LEGEND)[keyof typeof LEGEND];

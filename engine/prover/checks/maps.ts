/** No two levels may have nearly the same map. */
import type { Activity, LevelSource } from "../activity.ts";
import type { Fault, Place } from "../source.ts";

type Cells = readonly string[];

/** From this share of equal cells on, two maps of one size are nearly the same. */
const TOO_ALIKE = 0.9;

export function* similarMapFaults({ levels }: Activity): Generator<Fault> {
  for (const [i, one] of levels.entries()) {
    for (const other of levels.slice(0, i)) {
      for (const { map, place } of mapsOf(one)) {
        const share = Math.max(...mapsOf(other).map((theirs) => similarity(map, theirs.map)));
        if (share < TOO_ALIKE) continue;
        const percent = Math.round(share * 100);
        yield one.source.fault(place, `the map is ${percent} % one of ${other.slug}, as it is, turned or mirrored`);
      }
    }
  }
}

/** The shown map and its variants. */
function mapsOf({ file }: LevelSource): { map: Cells; place: Place }[] {
  const variants = (file.variants ?? []).map(({ map }, i) => ({ map, place: ["variants", i, "map"] }));
  return [{ map: file.world.map, place: ["world", "map"] }, ...variants];
}

/** The greatest share of equal cells over all ways to turn and mirror one of the maps; 0 when the sizes never agree. */
function similarity(a: Cells, b: Cells): number {
  return Math.max(...symmetries(b).map((turned) => equalShare(a, turned)));
}

function symmetries(map: Cells): Cells[] {
  const turns = [map];
  for (let i = 0; i < 3; i++) turns.push(quarterTurn(turns[i] as Cells));
  return turns.flatMap((turned) => [turned, mirror(turned)]);
}

function quarterTurn(map: Cells): Cells {
  return [...(map[0] ?? "")].map((_, column) => map.map((row) => row[column]).reverse().join(""));
}

function mirror(map: Cells): Cells {
  return map.map((row) => [...row].reverse().join(""));
}

function equalShare(a: Cells, b: Cells): number {
  if (a.length !== b.length || a[0]?.length !== b[0]?.length) return 0;
  const [left, right] = [a.join(""), b.join("")];
  return [...left].filter((tile, i) => tile === right[i]).length / left.length;
}

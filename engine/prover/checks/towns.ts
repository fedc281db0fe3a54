/** Every level is in a town that there is: one with houses, a landmark and a name. */
import { fileURLToPath } from "node:url";
import type { LevelSource } from "../activity.ts";
import { Source, type Fault } from "../source.ts";

const TOWNS = fileURLToPath(new URL("../../../content/places/towns.yaml", import.meta.url));

export function* townFaults(levels: readonly LevelSource[]): Generator<Fault> {
  const towns = new Source(TOWNS).data as readonly { readonly slug: string }[];
  for (const { source, file } of levels) {
    const { town } = file.world;
    if (towns.every(({ slug }) => slug !== town)) {
      yield source.fault(["world", "town"], `${town} is not in content/places/towns.yaml`);
    }
  }
}

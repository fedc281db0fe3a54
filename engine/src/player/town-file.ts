/** A town of one's own, as a file or as the part of a link that never reaches a server. */
import { mapFault } from "../schema/grid.ts";
import type { Program } from "../schema/program.ts";
import type { Translator } from "../schema/translate.ts";
import type { Direction } from "../schema/world.ts";
import { isObject, readProgram } from "./read-program.ts";
import { LARGEST, SMALLEST } from "./town.ts";

export interface OwnTown {
  readonly map: readonly string[];
  readonly facing: Direction;
  readonly program: Program;
}

const KIND = "town";
const VERSION = 1;
const FRAGMENT = "#town=";
const DIRECTIONS: readonly unknown[] = ["north", "east", "south", "west"];

/** Why a file or link cannot be opened. */
export type TownFault = "not_json" | "not_a_town" | "newer" | "size" | "map" | "program";

export function townToText({ map, facing, program }: OwnTown): string {
  return JSON.stringify({ codora: KIND, version: VERSION, map, facing, program });
}

export function townFromText(text: string): OwnTown | TownFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "not_json";
  }
  if (!isObject(value) || value["codora"] !== KIND) return "not_a_town";
  if (value["version"] !== VERSION) return "newer";
  const { map, facing } = value;
  if (!isMap(map) || !DIRECTIONS.includes(facing)) return "map";
  const [rows, columns] = [map.length, map[0]?.length ?? 0];
  if (rows < SMALLEST.rows || rows > LARGEST.rows || columns < SMALLEST.columns || columns > LARGEST.columns)
    return "size";
  if (mapFault(map)) return "map";
  const program = readProgram(value["program"]);
  return program ? { map, facing: facing as Direction, program } : "program";
}

export function faultText({ t }: Translator, fault: TownFault): string {
  switch (fault) {
    case "not_json":
    case "not_a_town":
      return t("This is not a town from Codora.");
    case "newer":
      return t("This town comes from a newer Codora. Load the page again, then open it.");
    case "size":
      return t("This town is too small or too big: 3 to 7 rows and 3 to 9 columns fit.");
    case "map":
      return t("The map of this town is damaged. It needs rows of equal length and one start.");
    case "program":
      return t("The program of this town is damaged.");
  }
}

/** The part after `#`: browsers keep it to themselves. */
export function townToFragment(town: OwnTown): string {
  const bytes = new TextEncoder().encode(townToText(town));
  return (
    FRAGMENT +
    btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "")
  );
}

/** Null when the fragment is not about a town. */
export function townFromFragment(fragment: string): OwnTown | TownFault | null {
  if (!fragment.startsWith(FRAGMENT)) return null;
  try {
    const binary = atob(fragment.slice(FRAGMENT.length).replaceAll("-", "+").replaceAll("_", "/"));
    return townFromText(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
  } catch {
    return "not_json";
  }
}

function isMap(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === "string");
}

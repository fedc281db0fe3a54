/** The form of a level file: first the JSON Schema, then what a schema cannot say. */
import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import { mapFault } from "../../src/schema/grid.ts";
import type { AuthorCell, LevelFile, MapRows } from "../../src/schema/level.generated.ts";
import { cellOf, sameCell } from "../../src/schema/level.ts";
import type { Fault, Place, Source } from "../source.ts";

const schema = JSON.parse(readFileSync(new URL("../../src/schema/level.schema.json", import.meta.url), "utf8")) as object;
const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);

export function levelFaults(source: Source): Fault[] {
  const faults = schemaFaults(source);
  if (faults.length > 0) return faults;
  return [...formFaults(source.data as LevelFile)].map(({ place, reason }) => source.fault(place, reason));
}

/** The innermost errors only: where one branch of a choice fails deeper down, the choice itself is no news. */
function schemaFaults(source: Source): Fault[] {
  if (validate(source.data)) return [];
  const errors = validate.errors ?? [];
  const innermost = errors.filter(({ instancePath }) =>
    errors.every((other) => !other.instancePath.startsWith(`${instancePath}/`)),
  );
  const paths = [...new Set(innermost.map(({ instancePath }) => instancePath))];
  return paths.map((path) => {
    const place = placeOf(path);
    const found = innermost.filter(({ instancePath }) => instancePath === path);
    const telling = mostTelling(found);
    const [unknown] = telling.filter(({ keyword }) => keyword === "additionalProperties");
    const reasons = [...new Set(telling.map(reasonOf))];
    const at = unknown ? [...place, unknownName(unknown)] : place;
    return source.fault(at, `${place.join(".") || "the file"}: ${reasons.join(", or ")}`);
  });
}

/** Where one thing fails in several ways, the list of what would do says most; that a choice failed says nothing. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const lists = errors.filter(({ keyword }) => keyword === "enum");
  const others = errors.filter(({ keyword }) => keyword !== "anyOf" && keyword !== "oneOf" && keyword !== "type");
  return [lists, others, errors].find((found) => found.length > 0) ?? [];
}

function placeOf(path: string): string[] {
  return path.split("/").slice(1);
}

function unknownName(error: ErrorObject): string {
  return (error.params as { additionalProperty: string }).additionalProperty;
}

function reasonOf(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "additionalProperties":
      return `${unknownName(error)} is unknown here`;
    case "enum":
      return `must be one of ${(params["allowedValues"] as unknown[]).join(", ")}`;
    case "pattern":
      return `may have only the characters ${String(params["pattern"]).replace(/^\^\[(.*)\]\+\$$/, "$1")}`;
    default:
      return error.message ?? error.keyword;
  }
}

interface Flaw {
  readonly place: Place;
  readonly reason: string;
}

function* formFaults(file: LevelFile): Generator<Flaw> {
  yield* mapFlaws(file);
  yield* kindFlaws(file);
  yield* questionFlaws(file);
  yield* pointerFlaws(file);
  const { numbers, limits } = file;
  if (numbers && numbers.from > numbers.to) yield { place: ["numbers"], reason: "numbers: from is greater than to" };
  if ((limits.blocks_max ?? Infinity) < limits.blocks_ideal) {
    yield { place: ["limits"], reason: "limits: blocks_max is less than blocks_ideal" };
  }
  const asks = file.toolbox.some((block) => block === "until" || block === "if" || block === "if_else");
  if (asks && !file.sensors) yield { place: ["toolbox"], reason: "toolbox: a block asks, but sensors offers no condition" };
  if (!asks && file.sensors) yield { place: ["sensors"], reason: "sensors: no block of the toolbox asks" };
}

function* mapFlaws(file: LevelFile): Generator<Flaw> {
  const maps = [{ map: file.world.map, place: ["world", "map"] as Place }];
  for (const [i, { map }] of (file.variants ?? []).entries()) maps.push({ map, place: ["variants", i, "map"] });
  for (const { map, place } of maps) {
    const fault = mapFault(map);
    if (fault?.kind === "ragged") yield { place: [...place, fault.row], reason: "all rows of a map must be of one length" };
    // A character that is no tile, the third kind of fault, does not get past the schema.
    else if (fault && "count" in fault) yield { place, reason: `a map may not have ${fault.count} ${fault.kind}` };
    if (file.goals.some((goal) => "reach" in goal) && !map.join("").includes("G")) {
      yield { place, reason: "the goal is to reach G, but the map has none" };
    }
  }
}

function* kindFlaws(file: LevelFile): Generator<Flaw> {
  const { kind } = file;
  const starts = kind === "predict" || kind === "fix" || kind === "complete" || kind === "parsons";
  if (starts && !file.start) yield { place: ["kind"], reason: `a ${kind} level needs a start program` };
  if (kind === "build" && file.start) yield { place: ["start"], reason: "a build level starts with nothing" };
  if ((kind === "predict") !== (file.predict !== undefined)) {
    yield { place: ["kind"], reason: "predict levels have `predict`, and no others" };
  }
  if ((kind === "create") === (file.hints !== undefined)) {
    yield { place: ["kind"], reason: "every level has hints but a create level" };
  }
}

function* questionFlaws({ predict, explain, world }: LevelFile): Generator<Flaw> {
  for (const [i, option] of (predict?.options ?? []).entries()) {
    if (!isOnMap(world.map, option)) yield { place: ["predict", "options", i], reason: `predict: ${noCell(option)}` };
  }
  if (predict && !predict.options.some((option) => sameCell(cellOf(option), cellOf(predict.answer)))) {
    yield { place: ["predict", "answer"], reason: "predict: the answer is not among the options" };
  }
  if (explain && !explain.options.includes(explain.answer)) {
    yield { place: ["explain", "answer"], reason: "explain: the answer is not among the options" };
  }
}

/** What hints and messages point at must be there: a cell of the shown map, a block of the toolbox. */
function* pointerFlaws(file: LevelFile): Generator<Flaw> {
  const pointers = (file.feedback ?? []).map(({ show }, i) => ({ show, place: ["feedback", i, "show"] as Place }));
  pointers.push({ show: file.hints?.point, place: ["hints", "point"] });
  for (const { show, place } of pointers) {
    if (show && "block" in show && !file.toolbox.includes(show.block)) {
      yield { place, reason: `${show.block} cannot be pointed at: it is not in the toolbox` };
    }
    if (show && "cell" in show && !isOnMap(file.world.map, show.cell)) {
      yield { place, reason: noCell(show.cell) };
    }
  }
}

function isOnMap(map: MapRows, [row, column]: AuthorCell): boolean {
  return column <= (map[row - 1] ?? "").length;
}

function noCell(cell: AuthorCell): string {
  return `the map has no cell ${JSON.stringify(cell)}`;
}

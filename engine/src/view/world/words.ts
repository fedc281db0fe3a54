/** The world and what happens in it, in whole sentences of the reader's language. */
import type { Grid } from "../../schema/grid.ts";
import type { Cell, WorldEvent, WorldState } from "../../schema/trace.ts";
import type { Translator } from "../../schema/translate.ts";
import type { Direction, Tile } from "../../schema/world.ts";
import { type CellDescription, describeCell, describeWorld } from "../../world/describe.ts";

export function tileName({ t }: Translator, tile: Tile | "edge"): string {
  switch (tile) {
    case "path":
      return t("path");
    case "start":
      return t("start");
    case "goal":
      return t("goal");
    case "lantern":
      return t("lantern");
    case "bridge":
      return t("bridge");
    case "ground":
      return t("grass");
    case "house":
      return t("house");
    case "landmark":
      return t("landmark");
    case "tree":
      return t("tree");
    case "bench":
      return t("bench");
    case "water":
      return t("water");
    case "puddle":
      return t("puddle");
    case "gate":
      return t("closed gate");
    case "edge":
      return t("edge of the map");
  }
}

function directionName({ t }: Translator, direction: Direction): string {
  switch (direction) {
    case "north":
      return t("up");
    case "east":
      return t("right");
    case "south":
      return t("down");
    case "west":
      return t("left");
  }
}

/** What stands in a cell, in one or two words. */
function contentOf(words: Translator, { tile, lit }: CellDescription): string {
  if (lit !== null) return lit ? words.t("lit lantern") : words.t("dark lantern");
  return tileName(words, tile);
}

/** “Row 2, column 3: house.” */
export function cellSentence(words: Translator, grid: Grid, state: WorldState, cell: Cell): string {
  const described = describeCell(grid, state, cell);
  const params = { row: described.row, column: described.column, content: contentOf(words, described) };
  if (!described.ora) return words.t("Row {row}, column {column}: {content}", params);
  return words.t("Row {row}, column {column}: {content}. Ora is here and looks {direction}", {
    ...params,
    direction: directionName(words, described.ora),
  });
}

/** The whole world as a short text for those who do not see it. */
export function worldSentences(words: Translator, grid: Grid, state: WorldState, town: string): string {
  const { t, tn } = words;
  const world = describeWorld(grid, state);
  const { here, ahead, left, right, goal } = world;
  const sentences = [
    t("{town}: {rows} rows and {columns} columns.", { town, rows: world.rows, columns: world.columns }),
    t("Ora is in row {row}, column {column} and looks {direction}.", {
      row: here.row,
      column: here.column,
      direction: directionName(words, state.facing),
    }),
    t("Ahead: {ahead}. To Ora’s left: {left}. To Ora’s right: {right}.", {
      ahead: contentOf(words, ahead),
      left: contentOf(words, left),
      right: contentOf(words, right),
    }),
    ...world.lanterns.map(({ row, column, lit }) =>
      lit
        ? t("Lit lantern in row {row}, column {column}.", { row, column })
        : t("Dark lantern in row {row}, column {column}.", { row, column }),
    ),
    world.lanterns.length > 0 && tn("{n} lantern is dark.", "{n} lanterns are dark.", world.dark),
    goal && t("Goal in row {row}, column {column}.", { row: goal.row, column: goal.column }),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What a step did. */
export function eventSentence(words: Translator, event: WorldEvent): string {
  const { t } = words;
  switch (event.kind) {
    case "moved":
      return t("Ora walks to row {row}, column {column}.", oneBased(event.to));
    case "turned":
      return t("Ora turns and looks {direction}.", { direction: directionName(words, event.to) });
    case "lit":
      return t("Ora lights the lantern in row {row}, column {column}.", oneBased(event.at));
    case "bumped":
      return bumpSentence(words, event);
    case "misplaced":
      return event.reason === "already_lit"
        ? t("This lantern is lit already.")
        : t("There is no lantern in row {row}, column {column}.", oneBased(event.at));
    case "repeated":
      return t("Round {round} of {of} begins.", { round: event.round, of: event.of });
    case "asked":
      return event.answer
        ? t("{question} Yes.", { question: questionSentence(words, event) })
        : t("{question} No.", { question: questionSentence(words, event) });
  }
}

function bumpSentence({ t }: Translator, { at, obstacle }: Extract<WorldEvent, { kind: "bumped" }>): string {
  const cell = oneBased(at);
  switch (obstacle) {
    case "edge":
      return t("Ora comes to the edge of the map.");
    case "ground":
      return t("There is no path in row {row}, column {column}.", cell);
    case "water":
      return t("Ora stops at the water in row {row}, column {column}.", cell);
    case "puddle":
      return t("Ora stops at the puddle in row {row}, column {column}.", cell);
    case "house":
      return t("Ora bumps into a house in row {row}, column {column}.", cell);
    case "landmark":
      return t("Ora bumps into the landmark in row {row}, column {column}.", cell);
    case "tree":
      return t("Ora bumps into a tree in row {row}, column {column}.", cell);
    case "bench":
      return t("Ora bumps into a bench in row {row}, column {column}.", cell);
    case "gate":
      return t("Ora bumps into the closed gate in row {row}, column {column}.", cell);
  }
}

function questionSentence({ t }: Translator, { sensor, not }: { sensor: string; not?: true }): string {
  switch (sensor) {
    case "path_ahead":
      return not ? t("No path ahead?") : t("Is there a path ahead?");
    case "path_left":
      return not ? t("No path to the left?") : t("Is there a path to the left?");
    case "path_right":
      return not ? t("No path to the right?") : t("Is there a path to the right?");
    case "at_lantern":
      return not ? t("No dark lantern here?") : t("Is there a dark lantern here?");
    default:
      return not ? t("Not at the goal?") : t("Is Ora at the goal?");
  }
}

function oneBased({ row, column }: Cell): { row: number; column: number } {
  return { row: row + 1, column: column + 1 };
}

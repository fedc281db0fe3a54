/** The words of the message strip, for each state. */
import { hintsFor } from "../goals/hints.ts";
import { type Told, tell } from "../goals/messages.ts";
import { type Level, cellOf, sameCell } from "../schema/level.ts";
import type { PlayerData } from "../schema/player-data.ts";
import type { Cell } from "../schema/trace.ts";
import type { Translator } from "../schema/translate.ts";
import type { Saying } from "../view/panels/say.ts";
import { sentencesOf } from "../view/speech.ts";
import { letterOf } from "../view/world/world-view.ts";
import { canRun } from "./playback.ts";
import type { PlayerState, Run, Say } from "./state.ts";

const NOTHING = { where: false, hint: null, options: [], pieces: [] } as const;

export function sayingOf(state: PlayerState, words: Translator, data: PlayerData): Saying {
  const { say } = state;
  switch (say?.kind) {
    case "verdict":
      return verdictSaying(state, say, words, data);
    case "hint":
      return hintSaying(state, say, words, data);
    case "question":
    case "answered":
    case "predicted":
      return questionSaying(state, say, words, data);
    default:
      return {
        ...NOTHING,
        tone: "quiet",
        ...split(words, state.run ? running(state.run, words) : invitation(state, words, data)),
      };
  }
}

/** Name of the button for the next hint; null when none is left or the level has none. */
function nextHint({ level, help }: PlayerState, words: Translator, data: PlayerData): string | null {
  const all = hintsFor(level, data.text).length;
  return help.taken < all ? words.t("Hint {number} of {all}", { number: help.taken + 1, all }) : null;
}

function verdictSaying(
  state: PlayerState,
  say: Say & { kind: "verdict" },
  words: Translator,
  data: PlayerData,
): Saying {
  const { feedback, result } = say;
  const told = tell(words, data.text, feedback);
  const also = feedback.also.map((message) => tell(words, data.text, message));
  const own = data.untranslated.includes(`feedback.${feedback.say}`) ? { language: "en" } : {};
  const won = result === "won";
  const { node, cell } = feedback.show;
  return {
    ...NOTHING,
    ...split(words, told, ...also),
    ...own,
    tone: won ? "won" : "stop",
    where: !won && (node !== undefined || cell !== undefined),
    hint: won ? null : nextHint(state, words, data),
  };
}

function hintSaying(state: PlayerState, say: Say & { kind: "hint" }, words: Translator, data: PlayerData): Saying {
  const { kind, text } = say.hint;
  const own = data.untranslated.includes(`hints.${kind}`) ? { language: "en" } : {};
  const hint = nextHint(state, words, data);
  return { ...NOTHING, tone: "hint", ...split(words, { long: text, short: text }), ...own, hint, pieces: say.pieces };
}

type PredictSay = Extract<Say, { kind: "question" | "answered" | "predicted" }>;

function questionSaying(state: PlayerState, say: PredictSay, words: Translator, data: PlayerData): Saying {
  const own = say.kind === "question" && data.untranslated.includes("predict") ? { language: "en" } : {};
  return {
    ...NOTHING,
    tone: "ask",
    ...split(words, ...asked(state, say, words, data)),
    ...own,
    options: lettersOf(state, say, words),
  };
}

function asked(
  { level, prediction }: PlayerState,
  say: PredictSay,
  words: Translator,
  data: PlayerData,
): [Told, ...Told[]] {
  const { t } = words;
  if (say.kind === "question") return [same(data.text["predict"] ?? "")];
  if (say.kind === "answered") return [same(t("You have answered. Press Run and see."))];
  const after = tell(words, data.text, say.feedback);
  const letter = letterFor(level, cellOf(level.file.predict?.answer ?? [1, 1]));
  if (say.right) return [same(t("You were right: Ora stands at {letter}.", { letter })), after];
  const params = { letter, said: prediction ? letterFor(level, prediction) : "" };
  return [same(t("You said {said}, but Ora stands at {letter}.", params)), after];
}

/** The letters to answer with; none once the answer was right. */
function lettersOf({ level, prediction }: PlayerState, say: PredictSay, { t }: Translator): Saying["options"] {
  if (say.kind === "predicted" && say.right) return [];
  return (level.file.predict?.options ?? []).map(cellOf).map((cell) => {
    const letter = letterFor(level, cell);
    const name = t("{letter}: row {row}, column {column}", { letter, row: cell.row + 1, column: cell.column + 1 });
    return { letter, name, chosen: prediction !== null && sameCell(cell, prediction) };
  });
}

function letterFor({ file }: Level, cell: Cell): string {
  return letterOf((file.predict?.options ?? []).findIndex((option) => sameCell(cellOf(option), cell)));
}

function same(text: string): Told {
  return { long: text, short: text };
}

/** While a run is shown and its end not reached. */
function running({ variant }: Run, { t }: Translator): Told {
  if (variant === 0) return same(t("Ora follows your program. Watch each step."));
  return same(t("It works on the first map. Now Ora tries map {map}.", { map: variant + 1 }));
}

/** What to do while nothing has happened yet. */
function invitation(state: PlayerState, { t }: Translator, data: PlayerData): Told {
  const isFirst = data.path[0]?.slug === data.slug;
  if (isFirst && state.program.body.length === 0) return same(t("Tap a block. It goes into your program."));
  if (isFirst) return same(t("Now press Run, or add another block."));
  switch (state.level.kind) {
    case "fix":
      return {
        long: t("This program has a mistake. Run it, find the mistake and repair it."),
        short: t("Find the mistake and repair it."),
      };
    case "complete":
      return {
        long: t("A part of this program is missing. Run it, then add what is missing."),
        short: t("Add what is missing."),
      };
    case "parsons":
      return same(t("All blocks are there. Put them in the right order."));
    case "create":
      if (!canRun(state)) return noLantern(t);
      return {
        long: t("Build a town with lanterns. Then write the program that lights them all."),
        short: t("Build a town, then light it."),
      };
    default:
      return same(t("Put blocks into your program. Then press Run."));
  }
}

/** The first sentence stands out, the others explain. */
function split(
  { language }: Translator,
  first: Told,
  ...also: readonly Told[]
): Pick<Saying, "head" | "short" | "body"> {
  const [head = "", ...rest] = sentencesOf(first.long, language);
  // A text without a short form of its own is short enough.
  const short = first.short === first.long ? head : first.short;
  return { head, short, body: [...rest, ...also.map(({ long }) => long)].join(" ") };
}

/** Why Run does nothing now. */
export function runRefusal({ asks }: PlayerState, { t }: Translator): string {
  return asks ? t("First say where Ora will stand. Then press Run.") : noLantern(t).long;
}

function noLantern(t: Translator["t"]): Told {
  return same(t("Your town has no lantern yet. Paint one on a path."));
}

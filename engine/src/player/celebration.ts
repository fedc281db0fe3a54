/** What the card after the win says. */
import type { Mark, PlayerData } from "../schema/player-data.ts";
import type { Translator } from "../schema/translate.ts";
import { tell } from "../goals/messages.ts";
import type { Question, WinShown } from "../view/panels/win-card.ts";
import type { PlayerState } from "./state.ts";

export function celebrationOf(state: PlayerState, words: Translator, data: PlayerData): WinShown | null {
  const { say, celebrating } = state;
  if (!celebrating || say?.kind !== "verdict") return null;
  return {
    title: state.town ? words.t("Your town shines!") : words.t("{town} shines!", { town: data.town.name }),
    message: tell(words, data.text, say.feedback).long,
    fact: data.text["fact"] ?? "",
    englishFact: data.untranslated.includes("fact"),
    possible: possibleMarks(state),
    marks: state.marks,
    question: questionOf(state, data),
    next: nextOf(words, data),
  };
}

/** Not every level asks a question, and a town of one's own is never too long. */
function possibleMarks({ level }: PlayerState): Mark[] {
  if (level.kind === "create") return ["works"];
  const asks = level.kind === "predict" || level.file.explain !== undefined;
  return asks ? ["works", "tidy", "explained"] : ["works", "tidy"];
}

/** After the last level, and after the level of one's own, comes the end of the activity. */
function nextOf(words: Translator, { path, slug, urls }: PlayerData): WinShown["next"] {
  const next = path[path.findIndex((level) => level.slug === slug) + 1];
  if (!next || next.kind === "create") return { url: urls.finish, text: words.t("Finish") };
  return { url: next.url, text: words.t("Next level") };
}

function questionOf({ level, explained }: PlayerState, { text }: PlayerData): Question | null {
  const { explain } = level.file;
  if (!explain) return null;
  const options = explain.options.map((name) => ({ name, text: text[`explain.${name}`] ?? name }));
  return { ask: text["explain.ask"] ?? "", options, answered: explained };
}

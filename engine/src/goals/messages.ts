/**
 * The engine's own words, all of them: each says what happened, where, and what to think of next; the short form (at
 * most 60 characters) is for phones. For children: short, plain, active. Ora has no gender. gettext reads the calls of
 * `t` and `tn`.
 */
import type { Params, Translator } from "../schema/translate.ts";
import type { Message } from "./feedback.ts";

/** A message in the reader's language. */
export interface Told {
  readonly long: string;
  readonly short: string;
}

type Words = (translator: Translator, params: Params) => Told;

const WORDS = {
  // Structure: before the program runs.
  empty_program: ({ t }) => ({
    long: t("Your program is empty. Add a block, then press Run."),
    short: t("Your program is empty. Add a block."),
  }),
  loose_blocks: ({ t }) => ({
    long: t("Some blocks are not joined to your program. Ora does not see them. Join them or take them away."),
    short: t("Some blocks are not joined to your program."),
  }),
  empty_loop: ({ t }) => ({
    long: t("This loop is empty. Put the blocks that Ora repeats inside it."),
    short: t("This loop is empty. Put blocks inside."),
  }),
  empty_if: ({ t }) => ({
    long: t("This if block is empty. Put the blocks inside that Ora does when the answer is yes."),
    short: t("This if block is empty. Put blocks inside."),
  }),
  missing_number: ({ t }) => ({
    long: t("How often does Ora repeat this? Choose a number in the block."),
    short: t("Choose a number in the repeat block."),
  }),
  missing_condition: ({ t }) => ({
    long: t("What does Ora look at here? Choose a condition in the block."),
    short: t("Choose a condition in this block."),
  }),
  too_many_blocks: ({ t }, params) => ({
    long: t("Your blocks: {blocks}. Allowed here: {max}. What comes again and again? Let a loop do it.", params),
    short: t("Your blocks: {blocks}. Allowed here: {max}.", params),
  }),

  // Crash: Ora keeps to the paths.
  bump_house: ({ t }, params) => ({
    long: t("Ora bumped into a house in row {row}, column {column}. Does Ora turn before it, or stop earlier?", params),
    short: t("Ora bumped into a house: row {row}, column {column}.", params),
  }),
  bump_landmark: ({ t }, params) => ({
    long: t("Ora bumped into the big building in row {row}, column {column}. Which way goes around it?", params),
    short: t("Ora bumped into a building: row {row}, column {column}.", params),
  }),
  bump_tree: ({ t }, params) => ({
    long: t("Ora bumped into a tree in row {row}, column {column}. Does Ora turn before it, or stop earlier?", params),
    short: t("Ora bumped into a tree: row {row}, column {column}.", params),
  }),
  bump_bench: ({ t }, params) => ({
    long: t("Ora bumped into a bench in row {row}, column {column}. Which way goes around it?", params),
    short: t("Ora bumped into a bench: row {row}, column {column}.", params),
  }),
  bump_gate: ({ t }, params) => ({
    long: t("The gate in row {row}, column {column} is closed. Find another way.", params),
    short: t("The gate in row {row}, column {column} is closed.", params),
  }),
  bump_water: ({ t }, params) => ({
    long: t("There is water in row {row}, column {column}, and Ora cannot swim. Stay on the path and on the bridges.", params),
    short: t("Ora cannot swim: water in row {row}, column {column}.", params),
  }),
  bump_puddle: ({ t }, params) => ({
    long: t("There is a puddle in row {row}, column {column}. Ora must stay dry. Which way goes around it?", params),
    short: t("A puddle: row {row}, column {column}. Go around it.", params),
  }),
  bump_ground: ({ t }, params) => ({
    long: t("Ora left the path: row {row}, column {column} is grass. Where does the path turn?", params),
    short: t("Ora left the path: row {row}, column {column} is grass.", params),
  }),
  bump_edge: ({ t }, params) => ({
    long: t("The map ends here, in row {row}, column {column}. Let Ora turn, or take fewer steps.", params),
    short: t("The map ends in row {row}, column {column}.", params),
  }),

  // An action in the wrong place.
  no_lantern: ({ t }, params) => ({
    long: t("There is no lantern in row {row}, column {column}. Walk to a lantern first, then light it.", params),
    short: t("No lantern in row {row}, column {column}.", params),
  }),
  already_lit: ({ t }, params) => ({
    long: t("The lantern in row {row}, column {column} is lit already. Light each lantern only once.", params),
    short: t("Lit already: row {row}, column {column}.", params),
  }),

  // Stopped as endless.
  endless: ({ t }) => ({
    long: t("This loop never ends: what it waits for does not happen. What must Ora do inside the loop?"),
    short: t("This loop never ends. What must change in it?"),
  }),
  too_long: ({ tn }, params) => ({
    long: tn(
      "After {n} step the program is still running. Use smaller numbers in your loops.",
      "After {n} steps the program is still running. Use smaller numbers in your loops.",
      Number(params["steps"]),
    ),
    short: tn("Still running after {n} step.", "Still running after {n} steps.", Number(params["steps"])),
  }),

  // The program ended, a goal is open.
  unlit: ({ tn }, params) => ({
    long: tn(
      "{n} lantern is still dark, in row {row}, column {column}. How does Ora get there?",
      "{n} lanterns are still dark. The first is in row {row}, column {column}. How does Ora get there?",
      Number(params["count"]),
      params,
    ),
    short: tn("{n} lantern is still dark.", "{n} lanterns are still dark.", Number(params["count"])),
  }),
  none_lit: ({ t }, params) => ({
    long: t("No lantern is lit yet. One is in row {row}, column {column}. How does Ora get there?", params),
    short: t("No lantern is lit yet."),
  }),
  passed_lantern: ({ t }, params) => ({
    long: t("Ora stood on the lantern in row {row}, column {column} and did not light it. Where does light belong?", params),
    short: t("Not lit: the lantern in row {row}, column {column}.", params),
  }),
  not_at_goal: ({ t }, params) => ({
    long: t(
      "Ora stopped in row {row}, column {column}. The goal is in row {goal_row}, column {goal_column}. Which steps are missing?",
      params,
    ),
    short: t("Ora is not at the goal yet. Which steps are missing?"),
  }),
  passed_goal: ({ t }, params) => ({
    long: t("Ora was at the goal and went on, to row {row}, column {column}. Which steps are too many?", params),
    short: t("Ora was at the goal and went on."),
  }),
  must_use_repeat: ({ t }) => ({
    long: t("It works! Now do it with a repeat block. Which steps come again and again?"),
    short: t("It works! Now do it with a repeat block."),
  }),
  must_use_until: ({ t }) => ({
    long: t("It works! Now do it with a repeat until block. When is Ora to stop?"),
    short: t("It works! Now do it with a repeat until block."),
  }),
  must_use_if: ({ t }) => ({
    long: t("It works! Now do it with an if block. What can Ora look at before deciding?"),
    short: t("It works! Now do it with an if block."),
  }),
  must_use_if_else: ({ t }) => ({
    long: t("It works! Now do it with an if else block. What does Ora do when the answer is no?"),
    short: t("It works! Now do it with an if else block."),
  }),
  generic: ({ t }) => ({
    long: t("The program ended, but the task is not done yet. Play it again step by step. Where does Ora go another way than you planned?"),
    short: t("The task is not done yet. Look at each step."),
  }),

  // Said besides another message.
  other_map: ({ t }, params) => ({
    long: t("Your program works on the first map. On map {map} it does not work yet. Look what happens there.", params),
    short: t("It works on the first map, not yet on map {map}.", params),
  }),
  in_round: ({ t }, params) => ({
    long: t("It happened in round {round} of the loop.", params),
    short: t("In round {round} of the loop.", params),
  }),

  // Won.
  won: ({ t }) => ({ long: t("Well done! Your program works."), short: t("Well done!") }),
  won_longer: ({ t }, params) => ({
    long: t("Well done! Your blocks: {blocks}. It can be done with {ideal}. Go on, or look for a shorter way.", params),
    short: t("Well done! Your blocks: {blocks}. Possible: {ideal}.", params),
  }),
} satisfies Record<string, Words>;

export type EngineKey = keyof typeof WORDS;

/** What authors write in `expect.say`: `engine.<key>`. */
export const ENGINE_KEYS = Object.keys(WORDS) as EngineKey[];

const PREFIX = "engine.";

export function engineSay(key: EngineKey): string {
  return PREFIX + key;
}

/**
 * @param text the level's texts by flat key, as in `PlayerData.text`
 * @throws Error when neither the engine nor the level has the message
 */
export function tell(translator: Translator, text: Readonly<Record<string, string>>, { say, params }: Message): Told {
  if (say.startsWith(PREFIX)) return engineWords(say.slice(PREFIX.length))(translator, params);
  const long = text[`feedback.${say}`];
  if (long === undefined) throw new Error(`The level has no text feedback.${say}`);
  const short = text[`feedback.${say}_short`] ?? long;
  return { long: translator.fill(long, params), short: translator.fill(short, params) };
}

function engineWords(key: string): Words {
  if (!Object.hasOwn(WORDS, key)) throw new Error(`The engine has no message ${key}`);
  return WORDS[key as EngineKey];
}

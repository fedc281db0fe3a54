/** How a block looks: a coloured piece with its icon and its words, one of them perhaps a choice. */
import { blockOf } from "../../schema/edit.ts";
import type { Level } from "../../schema/level.ts";
import type { Block } from "../../schema/level.generated.ts";
import type { Statement } from "../../schema/program.ts";
import { conditionFrom, conditionValue, NONE } from "../../language/blockly.ts";
import { CATEGORY, ICON, SLOT, blockText, conditionText } from "../blocks-words.ts";
import { type Child, h } from "../dom.ts";
import { type Kit, icon } from "../kit.ts";

export function blockClass(block: Block): string {
  return `p-blk p-blk--${CATEGORY[block]}`;
}

/** Never mirrored: left is left in every language. */
export function blockIcon(kit: Kit, block: Block): SVGElement {
  return icon(kit, ICON[block]);
}

/** The words of a statement, with what is chosen: “repeat 4 times”. For labels and for pieces that cannot be changed. */
export function statementText({ words }: Kit, statement: Statement): string {
  return blockText(words, blockOf(statement)).replace(SLOT, chosenText(words, statement));
}

function chosenText(words: Kit["words"], statement: Statement): string {
  if (statement.kind === "call") return "";
  if (statement.kind !== "repeat") return conditionText(words, statement.condition);
  return statement.times === null ? "…" : new Intl.NumberFormat(words.language).format(statement.times);
}

/** Words and choice of a statement, in the order of the language: before, the choice, after. */
export function statementWords(kit: Kit, statement: Statement, choice: Child): Child[] {
  const [before = "", after = ""] = blockText(kit.words, blockOf(statement)).split(SLOT);
  const word = (text: string) => text.trim() !== "" && h("span", {}, text.trim());
  return [word(before), choice, word(after)];
}

/** The number of a repeat or the condition of the others, to be chosen; nothing for an action. */
export function choiceElement(
  kit: Kit,
  level: Level,
  statement: Statement,
  change: (statement: Statement) => void,
): HTMLSelectElement | null {
  if (statement.kind === "call") return null;
  if (statement.kind !== "repeat") return conditionSelect(kit, level, statement, change);
  const { from, to } = level.numbers;
  const format = new Intl.NumberFormat(kit.words.language);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const chosen = statement.times;
  if (chosen !== null && !numbers.includes(chosen)) numbers.push(chosen);
  const options = numbers.map((number): Option => [String(number), format.format(number)]);
  return select(statement.id, kit.words.t("How often"), [[NONE, "?"], ...options], String(chosen ?? NONE), (value) =>
    change({ ...statement, times: value === NONE ? null : Number(value) }),
  );
}

function conditionSelect(
  kit: Kit,
  level: Level,
  statement: Extract<Statement, { condition: unknown }>,
  change: (statement: Statement) => void,
): HTMLSelectElement {
  const chosen = conditionValue(statement.condition);
  const values = [NONE, ...level.conditions.map(conditionValue)];
  if (!values.includes(chosen)) values.push(chosen);
  const options = values.map((value): Option => [value, conditionText(kit.words, conditionFrom(value))]);
  return select(statement.id, kit.words.t("Condition"), options, chosen, (value) =>
    change({ ...statement, condition: conditionFrom(value) }),
  );
}

type Option = readonly [value: string, text: string];

function select(
  id: string,
  name: string,
  options: readonly Option[],
  chosen: string,
  change: (value: string) => void,
): HTMLSelectElement {
  const element = h(
    "select",
    { class: "p-blk__choice", "aria-label": name, "data-key": `choice-${id}` },
    ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
  );
  element.classList.toggle("is-open", chosen === NONE);
  element.addEventListener("change", () => change(element.value));
  return element;
}

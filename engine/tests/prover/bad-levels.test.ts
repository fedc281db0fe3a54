/** Each test breaks one thing in a good activity: the prover must say what, where. */
import { describe, expect, test } from "vitest";
import { searchFaults, type Searched } from "../../prover/checks/search.ts";
import type { LevelProof } from "../../prover/prove.ts";
import { faultsAfter, prove, swap, type Files } from "./activity-folder.ts";

function street(from: string, to: string) {
  return (files: Files): void => {
    files.levels["street"] = swap(files.levels["street"] as string, from, to);
  };
}

function words(language: string, from: string, to: string) {
  return (files: Files): void => {
    files.texts[language] = swap(files.texts[language] as string, from, to);
  };
}

test("the activity is good before it is broken", () => {
  const { faults, levels } = prove();
  expect(faults).toEqual([]);
  expect(levels.map(({ searched }) => searched?.generic)).toEqual([0, 0]);
});

describe("form", () => {
  test.each<[string, string, string, string]>([
    ["an unknown condition of a rule", "misplaced, cell: [2, 2]", "misplaced, weather: rain", "street.yaml | - {when: {result: misplaced, weather: rain}, say: too_early} | feedback.0.when: weather is unknown here"],
    ["an unknown condition of a program", "[move, move, light]", "[{until: at_home, do: [move]}]", "street.yaml | - program: [{until: at_home, do: [move]}] | solutions.0.program.0.until: must be one of path_ahead, path_left, path_right, at_lantern, at_goal"],
    ["an unknown block", "toolbox: [move, turn_left, light]", "toolbox: [move, jump]", "street.yaml | toolbox: [move, jump] | toolbox.1: must be one of move, turn_left, turn_right, light, repeat, until, if, if_else"],
    ["a missing field", "limits: {steps: 30, blocks_ideal: 3}\n", "", "street.yaml | schema: 1 | the file: must have required property 'limits'"],
    ["a row of another length", ",S.L,", ",S.L,,", "street.yaml | - \",S.L,,\" | all rows of a map must be of one length"],
    ["no start", ",S.L,", ",..L,", "street.yaml | map: | a map may not have 0 starts"],
    ["a goal to reach that is not there", "[{light: all}]", "[{reach: G}]", "street.yaml | map: | the goal is to reach G, but the map has none"],
    ["a question without sensors", "turn_left, light]\n", "until, light]\n", "street.yaml | toolbox: [move, until, light] | toolbox: a block asks, but sensors offers no condition"],
    ["a kind without its program", "kind: build", "kind: fix", "street.yaml | kind: fix | a fix level needs a start program"],
  ])("%s", (_, from, to, fault) => {
    expect(faultsAfter(street(from, to))).toEqual([fault]);
  });

  test("what is not YAML", () => {
    const [fault] = prove(street("time: day", "time: [day")).faults;
    expect(fault).toMatchObject({ line: 7, reason: expect.stringContaining("sequence") });
  });

  test("a level that is not listed, and one that is not there", () => {
    const faults = faultsAfter((files) => {
      files.activity = swap(files.activity, "- steps", "- stairs");
    });
    expect(faults).toContain("activity.yaml | - stairs | levels/stairs.yaml is missing");
    expect(faults).toContain("activity.yaml | levels: | levels/steps.yaml has no place in the order of levels");
  });
});

describe("programs", () => {
  test("a level that cannot be solved", () => {
    expect(faultsAfter(street('",S.L,"', '",S,L,"'))).toContain(
      "street.yaml | - program: [move, move, light] | this solution does not win: crash, engine.bump_ground",
    );
  });

  test("a level that the empty program solves", () => {
    expect(faultsAfter(street('",S.L,"', '",S..,"'))).toContain("street.yaml | goals: [{light: all}] | the empty program meets this goal on map 1");
  });

  test("a level that its start program solves", () => {
    const faults = faultsAfter((files) => {
      street("kind: build", "kind: complete\nstart: {program: [move, move, light]}")(files);
    });
    expect(faults).toContain("street.yaml | start: {program: [move, move, light]} | the start program wins: nothing is left to do");
  });

  test("a shorter solution than declared is shown", () => {
    const faults = faultsAfter((files) => {
      street("[move, move, light]", "[turn_left, turn_left, turn_left, turn_left, move, move, light]")(files);
      street("blocks_ideal: 3", "blocks_ideal: 7")(files);
    });
    expect(faults).toContain("street.yaml | limits: {steps: 30, blocks_ideal: 7} | 3 blocks are enough:\n    move()\n    move()\n    light()");
  });

  test("blocks_ideal that is not that of the first solution", () => {
    expect(faultsAfter(street("blocks_ideal: 3", "blocks_ideal: 2"))).toContain(
      "street.yaml | limits: {steps: 30, blocks_ideal: 2} | blocks_ideal is not that of the first solution, which has 3",
    );
  });

  test("a wrong program that gets another message", () => {
    expect(faultsAfter(street("say: engine.unlit", "say: engine.endless"))).toContain(
      "street.yaml | - program: [move] | this program gets goal_unmet, engine.unlit; not goal_unmet, engine.endless",
    );
  });

  test("a solution that the toolbox does not offer", () => {
    expect(faultsAfter(street("toolbox: [move, turn_left, light]", "toolbox: [move, turn_left]"))).toContain(
      "street.yaml | - program: [move, move, light] | light is not in the toolbox",
    );
  });

  test("a number that is not on offer", () => {
    const faults = faultsAfter((files) => {
      files.levels["steps"] = swap(files.levels["steps"] as string, "{from: 2, to: 4}", "{from: 4, to: 6}");
    });
    expect(faults).toContain("steps.yaml | - program: [{repeat: 3, do: [move, turn_right, move, turn_left]}, move] | the number 3 is not on offer");
  });

  test("a concept that nobody taught", () => {
    const faults = faultsAfter((files) => {
      files.levels["steps"] = swap(files.levels["steps"] as string, "new: [repeat], uses: [sequence]", "new: [], uses: [sequence, until]");
    });
    expect(faults).toContain("steps.yaml | concepts: {new: [], uses: [sequence, until]} | until is used, but no level before teaches it");
    expect(faults).toContain("steps.yaml | toolbox: [move, turn_left, turn_right, repeat] | repeat needs repeat, which is not among the concepts");
    expect(faults).toContain("activity.yaml | concepts: [sequence, repeat] | no level teaches repeat");
  });

  test("a prediction that does not come true, and parsons blocks that are not the solution's", () => {
    const predict = "kind: predict\npredict: {options: [[2, 3], [2, 4]], answer: [2, 4]}\nstart: {program: [move]}";
    expect(faultsAfter(street("kind: build", predict))).toContain("street.yaml | predict: {options: [[2, 3], [2, 4]], answer: [2, 4]} | Ora ends in row 2, column 3");
    const parsons = "kind: parsons\nstart: {program: [light, move]}";
    expect(faultsAfter(street("kind: build", parsons))).toContain(
      "street.yaml | start: {program: [light, move]} | a parsons level starts with exactly the blocks of its first solution",
    );
  });
});

describe("messages", () => {
  test("a say that no failure reaches", () => {
    const rule = "\n  - {when: {result: crash, uses: light, at_goal: true}, say: never}";
    const faults = faultsAfter((files) => {
      street("say: too_early}\nhints", `say: too_early}${rule}\nhints`)(files);
      for (const language of Object.keys(files.texts)) words(language, "    too_early:", "    never: Never.\n    too_early:")(files);
    });
    expect(faults).toEqual(["street.yaml | - {when: {result: crash, uses: light, at_goal: true}, say: never} | no program gets the message never"]);
  });

  test("the generic message, unless the level allows it", () => {
    const [first] = prove().levels;
    const { source, searched } = first as LevelProof;
    const found = { ...(searched as Searched), generic: 0.25 };
    const allowed = { ...source, file: { ...source.file, allow_generic: true as const } };
    expect([...searchFaults(source, found)].map(({ reason }) => reason)).toEqual([
      "25 % of the failing programs get only the generic message",
    ]);
    expect([...searchFaults(allowed, found)]).toEqual([]);
  });

  test("a search that is told to go less deep needs a reason to", () => {
    const bound = "search: {bound: 2, why: because it is only an example}\nlimits: {steps";
    expect(faultsAfter(street("limits: {steps", bound))).toContain("street.yaml | search: {bound: 2, why: because it is only an example} | search: the bound is where the search would go by itself");
  });
});

describe("maps", () => {
  const mirrored = '    - "#X#T#"\n    - ",L.S,"\n    - "~~~~~"';
  const nearly = '    - "#T#X#"\n    - ",S.L,"\n    - "~~~=~"';

  test.each([
    ["mirrored", mirrored, 100],
    ["with one cell changed", nearly, 93],
  ])("two near-identical maps: %s", (_, map, percent) => {
    const faults = faultsAfter((files) => {
      const good = files.levels["street"] as string;
      files.levels["lane"] = good.replace(/ {4}- "#T#X#"\n.*\n.*"/, map).replace("new: [sequence], uses: []", "new: [], uses: [sequence]");
      files.activity = swap(files.activity, "  - steps", "  - lane\n  - steps");
    });
    expect(faults).toContain(`lane.yaml | map: | the map is ${percent} % one of street, as it is, turned or mirrored`);
  });
});

describe("texts", () => {
  test("a missing text", () => {
    expect(faultsAfter(words("de", "  fact: Riga has many doors.\n", ""))).toEqual([
      "text.de.yaml | street: | street.fact is missing",
    ]);
    expect(faultsAfter(words("en", "  fact: Riga has many doors.\n", ""))).toContain("text.en.yaml | street: | street.fact is missing");
  });

  test("a missing language", () => {
    const faults = faultsAfter(({ texts }) => {
      delete texts["mt"];
    });
    expect(faults).toEqual(["activity.yaml | concepts: [sequence, repeat] | text.mt.yaml is missing"]);
  });

  test("a language that is not shipped may have gaps", () => {
    expect(faultsAfter(({ texts }) => (texts["fr"] = "review: draft\ntitle: Une promenade\n"))).toEqual([]);
  });

  test.each([
    ["a key that nothing uses", "fact: Riga has", "story: None.\n  fact: Riga has", "street.story is not used"],
    ["a goal that is too long", "Light the lantern.", "Go and light the one lantern that stands far away at the end.", "street.goal has more than 12 words"],
    ["too many sentences", "Walk to it first.", "Go. Stop. Look. Light.", "street.instructions has more than 3 sentences"],
    ["a sentence that is too long", "Walk first.", `${"very ".repeat(16)}long.`, "street.feedback.too_early has a sentence of more than 15 words"],
    ["a message without a short form", "Walk first.", "Walk along the street first, then light it there.", "street.feedback.too_early needs a short form: it is longer than 60 characters"],
    ["a number nobody gives", "Walk first.", "Walk {steps}.", "street.feedback.too_early: {steps} is not known here"],
  ])("%s", (_, from, to, reason) => {
    expect(faultsAfter(words("en", from, to)).some((fault) => fault.includes(reason))).toBe(true);
  });

  test("a translation that lost a placeholder", () => {
    const faults = faultsAfter((files) => {
      for (const language of Object.keys(files.texts)) words(language, "Walk first.", "You have {blocks}.")(files);
      words("el", "{blocks}", "block")(files);
    });
    expect(faults).toEqual(["text.el.yaml | too_early: There is no lantern here. You have block. | street.feedback.too_early: the placeholders are not those of the English text"]);
  });

  test("a translation that nobody vouches for in a known way", () => {
    expect(faultsAfter(words("bg", "review: draft", "review: fine"))).toEqual(["text.bg.yaml | review: fine | review: must be draft or native"]);
  });
});

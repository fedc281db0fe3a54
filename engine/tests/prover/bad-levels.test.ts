/** Each test breaks one thing in a good activity: the prover must say what, where. */
import { describe, expect, test } from "vitest";
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
    ["a question that nobody can ask", "goals: [", "sensors: [path_ahead]\ngoals: [", "street.yaml | sensors: [path_ahead] | sensors: no block of the toolbox asks"],
    ["a character that is no tile", ",S.L,", ",S.l,", 'street.yaml | - ",S.l," | world.map.1: may have only the characters .SGL=,#XTB~o+'],
    ["two starts", ",S.L,", "SS.L,", "street.yaml | map: | a map may not have 2 starts"],
    ["numbers from great to small", "goals: [", "numbers: {from: 4, to: 2}\ngoals: [", "street.yaml | numbers: {from: 4, to: 2} | numbers: from is greater than to"],
    ["fewer blocks allowed than needed", "blocks_ideal: 3", "blocks_ideal: 3, blocks_max: 2", "street.yaml | limits: {steps: 30, blocks_ideal: 3, blocks_max: 2} | limits: blocks_max is less than blocks_ideal"],
    ["a message that points outside the map", "cell: [2, 2]}, say: too_early", "cell: [2, 2]}, say: too_early, show: {cell: [4, 2]}", "street.yaml | - {when: {result: misplaced, cell: [2, 2]}, say: too_early, show: {cell: [4, 2]}} | the map has no cell [4,2]"],
    ["a hint that points outside the map", "{cell: [2, 4]}", "{cell: [2, 6]}", "street.yaml | hints: {point: {cell: [2, 6]}} | the map has no cell [2,6]"],
    ["a hint that points at a block nobody has", "{cell: [2, 4]}", "{block: repeat}", "street.yaml | hints: {point: {block: repeat}} | repeat cannot be pointed at: it is not in the toolbox"],
    ["a level without hints", "hints: {point: {cell: [2, 4]}}\n", "", "street.yaml | kind: build | every level has hints but a create level"],
    ["a build level that starts with something", "goals: [", "start: {program: [move]}\ngoals: [", "street.yaml | start: {program: [move]} | a build level starts with nothing"],
    ["a search without a reason", "limits: {", "search: {bound: 1}\nlimits: {", "street.yaml | search: {bound: 1} | search: must have required property 'why'"],
    ["a kind without its program", "kind: build", "kind: fix", "street.yaml | kind: fix | a fix level needs a start program"],
  ])("%s", (_, from, to, fault) => {
    expect(faultsAfter(street(from, to))).toEqual([fault]);
  });

  test("answers that are not among the options, and an option outside the map", () => {
    const predict = "kind: predict\npredict: {options: [[2, 3], [9, 4]], answer: [2, 4]}\nstart: {program: [move]}";
    expect(faultsAfter(street("kind: build", predict))).toEqual([
      "street.yaml | predict: {options: [[2, 3], [9, 4]], answer: [2, 4]} | predict: the map has no cell [9,4]",
      "street.yaml | predict: {options: [[2, 3], [9, 4]], answer: [2, 4]} | predict: the answer is not among the options",
    ]);
    expect(faultsAfter(street("goals: [", "explain: {options: [near, far], answer: wide}\ngoals: ["))).toEqual([
      "street.yaml | explain: {options: [near, far], answer: wide} | explain: the answer is not among the options",
    ]);
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

  test("a condition that is not on offer", () => {
    const faults = faultsAfter(street("[move, move, light]", "[move, move, {if: at_goal, do: [light]}]"));
    expect(faults).toContain("street.yaml | - program: [move, move, {if: at_goal, do: [light]}] | the condition at_goal is not among the sensors");
  });

  test("a solution that fails on another map, and is not as tidy as declared", () => {
    const other = 'variants:\n  - map:\n      - "T~#X#"\n      - ",.SL,"\n      - "~~T~~"\nconcepts: {new: [sequence]';
    expect(faultsAfter(street("concepts: {new: [sequence]", other))).toContain(
      "street.yaml | - program: [move, move, light] | this solution does not win on map 2: crash, engine.other_map",
    );
    expect(faultsAfter(street("tidy: true", "tidy: false"))).toContain("street.yaml | - program: [move, move, light] | this solution has 3 blocks: tidy is true");
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

  test("a concept that is taught twice", () => {
    const faults = faultsAfter((files) => {
      files.levels["steps"] = swap(files.levels["steps"] as string, "new: [repeat], uses: [sequence]", "new: [sequence, repeat], uses: []");
    });
    expect(faults).toEqual(["steps.yaml | concepts: {new: [sequence, repeat], uses: []} | sequence is not new: a level before teaches it"]);
  });

  test("a prediction about a program that cannot run", () => {
    const predict = "kind: predict\npredict: {options: [[2, 3], [2, 4]], answer: [2, 4]}\nstart: {program: []}";
    expect(faultsAfter(street("kind: build", predict))).toContain("street.yaml | start: {program: []} | the program of a predict level must run");
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
    // Where no lantern stands there is none to speak of: all that can be said is that the task is not done.
    const generic = (files: Files): void => {
      street('",S.L,"', '",S..,"')(files);
      street("{light: all}", "{light: any}")(files);
    };
    expect(faultsAfter(generic)).toContain("street.yaml | schema: 1 | 42 % of the failing programs get only the generic message, such as:\n    move()");
    const allowed = faultsAfter((files) => {
      generic(files);
      street("hints:", "allow_generic: true\nhints:")(files);
    });
    expect(allowed.filter((fault) => fault.includes("generic message"))).toEqual([]);
  });
});

describe("the bound of the search", () => {
  const shallow = (bound: number) => `search: {bound: ${bound}, why: because it is only an example}\nlimits: {steps`;

  test("where the search would go by itself needs none, and nothing longer is tried", () => {
    const { faults, levels } = prove(street("limits: {steps", shallow(9)));
    expect(faults.map(({ reason }) => reason)).toEqual(["search: the bound is where the search would go by itself"]);
    expect(levels[0]?.searched?.bound).toBe(2);
  });

  test("is for three levels of an activity at most", () => {
    const lanes = ["lane_a", "lane_b", "lane_c", "lane_d"];
    const faults = faultsAfter((files) => {
      const lane = swap(files.levels["street"] as string, "limits: {steps", shallow(1)).replace("new: [sequence], uses: []", "new: [], uses: [sequence]");
      for (const name of lanes) files.levels[name] = lane;
      files.activity = swap(files.activity, "  - steps", `  - ${lanes.join("\n  - ")}\n  - steps`);
    });
    expect(faults.filter((fault) => fault.includes("search:"))).toEqual([
      `lane_d.yaml | ${shallow(1).split("\n")[0]} | search: 3 levels before this one have a bound already`,
    ]);
  });
});

test("a town that nobody has drawn", () => {
  expect(faultsAfter(street("town: bruges", "town: brugge"))).toEqual(["street.yaml | town: brugge | brugge is not in content/places/towns.yaml"]);
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

test("a variant that is the map of another level", () => {
  const steps = ["TTT,GT", "T,T..T", "TX..,T", "T..B,T", "TS,,,#"].map((row) => `\n      - "${row}"`).join("");
  expect(faultsAfter(street("concepts: {new: [sequence]", `variants:\n  - map:${steps}\nconcepts: {new: [sequence]`))).toContain(
    "steps.yaml | map: | the map is 100 % one of street, as it is, turned or mirrored",
  );
});

describe("texts", () => {
  test("a missing text", () => {
    expect(faultsAfter(words("de", "  fact: Riga has many doors.\n", ""))).toEqual([
      "text.de.yaml | street: | street.fact is missing",
    ]);
    expect(faultsAfter(words("en", "  fact: Riga has many doors.\n", ""))).toContain("text.en.yaml | street: | street.fact is missing");
  });

  test("a level that is not translated yet is one fault a language", () => {
    const faults = faultsAfter((files) => {
      files.texts["el"] = (files.texts["el"] as string).replace(/^steps:\n(?: .*\n)*/m, "");
    });
    expect(faults).toEqual(["text.el.yaml | review: draft | steps is missing: none of its 7 texts is translated yet"]);
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
    ["a short form that is none", "Walk first.", `Walk first.\n    too_early_short: ${"Go ".repeat(21)}`, "street.feedback.too_early_short is longer than 60 characters"],
    ["a title that is too long", "title: A street", "title: A street that goes on and on and on", "street.title has 35 characters, more than 32"],
    ["too much to read at once", "Walk to it first.", `${"Ora walks far today. ".repeat(2)}${"So ".repeat(12)}${"and on we go now. ".repeat(4)}`, "street.instructions and the goal have more than 40 words together"],
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

  test("a translation that is too long", () => {
    expect(faultsAfter(words("el", "title: A street", `title: ${"Ένας δρόμος ".repeat(3)}`))).toEqual([
      `text.el.yaml | title: ${"Ένας δρόμος ".repeat(3).trim()} | street.title has 35 characters, more than 32`,
    ]);
  });

  test("a translation that nobody vouches for in a known way", () => {
    expect(faultsAfter(words("bg", "review: draft", "review: fine"))).toEqual(["text.bg.yaml | review: fine | review: must be draft or native"]);
  });
});

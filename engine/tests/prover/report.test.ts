import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportJson, reportText } from "../../prover/report.ts";
import { goodFiles, prove, swap, written } from "./activity-folder.ts";

test("the report shows map and solution side by side, what was searched, and who speaks", () => {
  const text = reportText([prove()], false);
  expect(text).toContain("1/2 street, build\n    #T#X#    move()\n    ,S.L,    move()\n    ~~~~~    light()\n");
  expect(text).toContain("12 programs of up to 2 blocks, in 9 runs: none wins; the shortest found is the solution, 3 blocks");
  expect(text).toContain("100.0 % of those that fail are told why: 41.7 % by the level, 58.3 % by the engine\n        too_early 41.7 %, engine.unlit 33.3 %, ");
  expect(text).toMatch(/2 levels, 11,508 programs, [\d.]+ s: all proven, \d+ texts to look at again$/);
});

test("where something shorter wins, the report says so", () => {
  const longer = prove((files) => {
    files.levels["street"] = swap(files.levels["street"] as string, "program: [move, move, light]", "program: [turn_left, turn_left, turn_left, turn_left, move, move, light]");
    files.levels["street"] = swap(files.levels["street"] as string, "blocks_ideal: 3", "blocks_ideal: 7");
  });
  expect(reportText([longer], false)).toContain("1,092 programs of up to 6 blocks, in ");
  expect(reportText([longer], false)).toContain(" runs: the shortest that wins has 3 blocks\n");
});

test("as JSON it has the same figures", () => {
  const [activity] = JSON.parse(reportJson([prove()])) as [{ levels: [{ solution: string; searched: object }] }];
  expect(activity.levels[0].solution).toBe("move()\nmove()\nlight()\n");
  expect(activity.levels[0].searched).toMatchObject({ programs: 12, bound: 2, messages: { too_early: 5 } });
});

test("the command fails with file, line and reason", () => {
  const files = goodFiles();
  files.levels["street"] = swap(files.levels["street"] as string, "blocks_ideal: 3", "blocks_ideal: 2");
  const folder = written(files);
  const cli = fileURLToPath(new URL("../../prover/cli.ts", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [cli, "--quiet", folder], { encoding: "utf8", cwd: folder });
  expect(status).toBe(1);
  expect(stdout.split("\n")[0]).toBe("levels/street.yaml:15: blocks_ideal is not that of the first solution, which has 3");
});

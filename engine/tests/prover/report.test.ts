import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportJson, reportText } from "../../prover/report.ts";
import { goodFiles, prove, swap, written } from "./activity-folder.ts";

test("the report shows map and solution side by side, what was searched, and who speaks", () => {
  const text = reportText([prove()], false);
  expect(text).toContain("1/2 street, build\n    #T#X#    move()\n    ,S.L,    move()\n    ~~~~~    light()\n");
  expect(text).toContain("12 programs of up to 2 blocks, in 9 runs; shortest winner: 3 blocks");
  expect(text).toContain("messages: the level's own 41.7 %, the engine's 58.3 %, generic 0.0 %");
  expect(text).toMatch(/2 levels, 11,508 programs, [\d.]+ s: all proven, \d+ texts to look at again$/);
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

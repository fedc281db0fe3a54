/**
 * node engine/prover/cli.ts [--quiet | --json] [content/activities/<slug> …]
 *
 * Proves every level of the activities, all by default. Says what it found, with file, line and reason for each fault, and
 * exits 1 when there is one.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { proveActivity } from "./prove.ts";
import { reportJson, reportText } from "./report.ts";

const ALL = fileURLToPath(new URL("../../content/activities", import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});
const proofs = (positionals.length > 0 ? positionals : allActivities()).map(proveActivity);
console.log(values.json ? reportJson(proofs) : reportText(proofs, values.quiet));
process.exitCode = proofs.some(({ faults }) => faults.length > 0) ? 1 : 0;

function allActivities(): string[] {
  const entries = readdirSync(ALL, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(ALL, name));
}

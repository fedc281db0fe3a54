/**
 * Writes engine/src/schema/level.generated.ts from level.schema.json, the single truth about level files.
 * With `--check` it writes nothing and exits 1 when the committed file is out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";

const schema = new URL("../src/schema/level.schema.json", import.meta.url);
const target = new URL("../src/schema/level.generated.ts", import.meta.url);

/** The text that the generated file should have. */
export async function levelTypes(): Promise<string> {
  return compileFromFile(schema.pathname, {
    additionalProperties: false,
    bannerComment: "/* Written by `npm run types` from level.schema.json. Change that file, not this one. */",
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
  });
}

async function main(): Promise<number> {
  const types = await levelTypes();
  if (!process.argv.includes("--check")) {
    writeFileSync(target, types);
    return 0;
  }
  if (readFileSync(target, "utf8") === types) return 0;
  console.error("engine/src/schema/level.generated.ts is out of date: run `npm run types`.");
  return 1;
}

if (import.meta.main) process.exitCode = await main();

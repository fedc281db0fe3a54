import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Each may import itself and those before it. */
const MODULES = ["schema", "world", "language", "goals", "view", "player"];
const WITHOUT_DOM = MODULES.slice(0, 4);
const SRC = fileURLToPath(new URL("../src/", import.meta.url));

const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const DOM = /\b(?:document|window|navigator|localStorage|indexedDB|HTML\w*Element|customElements|requestAnimationFrame)\b/;

function filesOf(module: string): string[] {
  return globSync(`${module}/**/*.ts`, { cwd: SRC });
}

function code(file: string): string {
  return readFileSync(SRC + file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

/** The modules that a file's relative imports lead to, and the packages it imports. */
function importsOf(file: string): { modules: string[]; packages: string[] } {
  const targets = [...code(file).matchAll(IMPORT)].map((match) => match[1] as string);
  const modules = targets
    .filter((target) => target.startsWith("."))
    .map((target) => new URL(target, `file:///${file}`).pathname.split("/")[1] as string);
  return { modules, packages: targets.filter((target) => !target.startsWith(".")) };
}

test("the files are found", () => {
  for (const module of WITHOUT_DOM) expect(filesOf(module).length, module).toBeGreaterThan(0);
});

test.each(MODULES)("%s imports only modules before it", (module) => {
  const allowed = MODULES.slice(0, MODULES.indexOf(module) + 1);
  for (const file of filesOf(module)) {
    for (const target of importsOf(file).modules) expect(allowed, `${file} imports ${target}`).toContain(target);
  }
});

test.each(WITHOUT_DOM)("%s has neither packages nor the DOM", (module) => {
  for (const file of filesOf(module)) {
    expect(importsOf(file).packages, file).toEqual([]);
    expect(code(file), file).not.toMatch(DOM);
  }
});

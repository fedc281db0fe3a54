/**
 * Vite plugin: puts the art and the icons beside what Vite built, and a gzip and a Brotli variant beside each text
 * file, which the site then sends as they are. Compressing once here costs no request anything.
 */
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import type { Plugin, ResolvedConfig } from "vite";

/** Smaller ones fit one packet anyway, bytes. */
const WORTH_IT = 1000;
const TEXTS = "**/*.{js,css,svg,json}";

/** @param folders source folder → its name under the build */
export function staticFiles(folders: Readonly<Record<string, string>>): Plugin {
  let built = "";
  return {
    name: "static-files",
    apply: "build",
    configResolved(config: ResolvedConfig) {
      built = config.build.outDir;
    },
    closeBundle() {
      for (const [from, name] of Object.entries(folders)) cpSync(from, join(built, name), { recursive: true });
      for (const file of globSync(TEXTS, { cwd: built })) compress(join(built, file));
    },
  };
}

function compress(file: string): void {
  const text = readFileSync(file);
  if (text.length < WORTH_IT) return;
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
}

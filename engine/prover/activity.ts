/** Reads an activity's folder: its facts, its levels, its texts. What cannot be read is told as faults. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { LevelFile } from "../src/schema/level.generated.ts";
import { loadLevel, type Level } from "../src/schema/level.ts";
import { levelFaults } from "./checks/schema.ts";
import { Source, type Fault } from "./source.ts";
import { ENGLISH, readTexts, type TextFile } from "./texts.ts";

export interface Activity {
  readonly slug: string;
  readonly source: Source;
  /** In the order in which they are taught. */
  readonly levels: readonly LevelSource[];
  readonly texts: ReadonlyMap<string, TextFile>;
  readonly concepts: readonly string[];
  readonly reading: string;
  readonly faults: readonly Fault[];
}

/** A level file of the right form. */
export interface LevelSource {
  readonly slug: string;
  readonly source: Source;
  readonly file: LevelFile;
  readonly level: Level;
}

/** Languages that every activity has whole. */
export const SHIPPED = [ENGLISH, "de", "el", "bg", "mt"];

interface ActivityFile {
  readonly levels?: readonly string[];
  readonly concepts?: readonly string[];
  readonly reading?: string;
}

/** @param folder such as content/activities/lantern-trail */
export function readActivity(folder: string): Activity {
  const source = new Source(join(folder, "activity.yaml"));
  const facts = (source.data ?? {}) as ActivityFile;
  const slugs = facts.levels ?? [];
  const faults: Fault[] = [...source.faults, ...unlisted(folder, slugs, source)];
  const levels = slugs.flatMap((slug, i) => {
    const path = join(folder, "levels", `${slug}.yaml`);
    if (!existsSync(path)) {
      faults.push(source.fault(["levels", i], `levels/${slug}.yaml is missing`));
      return [];
    }
    return readLevel(slug, path, faults);
  });
  return {
    slug: basename(folder),
    source,
    levels,
    texts: readAllTexts(folder),
    concepts: facts.concepts ?? [],
    reading: facts.reading ?? "",
    faults,
  };
}

function unlisted(folder: string, slugs: readonly string[], source: Source): Fault[] {
  const files = readdirSync(join(folder, "levels")).filter((name) => name.endsWith(".yaml"));
  const lost = files.map((name) => name.replace(/\.yaml$/, "")).filter((slug) => !slugs.includes(slug));
  return lost.map((slug) => source.fault(["levels"], `levels/${slug}.yaml has no place in the order of levels`));
}

function readLevel(slug: string, path: string, faults: Fault[]): LevelSource[] {
  const source = new Source(path);
  const found = source.faults.length > 0 ? source.faults : levelFaults(source);
  faults.push(...found);
  if (found.length > 0) return [];
  const file = source.data as LevelFile;
  return [{ slug, source, file, level: loadLevel(slug, file) }];
}

function readAllTexts(folder: string): Map<string, TextFile> {
  const names = readdirSync(folder).filter((name) => /^text\.[a-z-]+\.yaml$/i.test(name));
  return new Map(
    names.map((name) => {
      const language = name.split(".")[1] as string;
      return [language, readTexts(join(folder, name), language)];
    }),
  );
}

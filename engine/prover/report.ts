/** What the prover tells: for people, and as JSON. */
import { toPython } from "../src/language/to-python.ts";
import { countBlocks } from "../src/schema/edit.ts";
import type { ActivityProof, LevelProof } from "./prove.ts";
import type { Fault } from "./source.ts";

const GAP = "    ";

/** @param quiet faults and the sum only */
export function reportText(proofs: readonly ActivityProof[], quiet: boolean): string {
  const parts = proofs.flatMap(({ activity, levels, faults, warnings }) => {
    const all = levels.map((level, i) => levelText(level, i + 1, levels.length));
    const told = quiet ? [] : [`${activity.slug}\n`, ...all, ...warnings.map((warning) => faultText(warning, "note: "))];
    return [...told, ...faults.map((fault) => faultText(fault, "")), sumText(activity.slug, levels, faults, warnings)];
  });
  return parts.join("\n");
}

export function reportJson(proofs: readonly ActivityProof[]): string {
  const plain = proofs.map(({ activity, levels, faults, warnings }) => ({
    activity: activity.slug,
    faults,
    warnings,
    levels: levels.map(({ source, searched, milliseconds }) => ({
      level: source.slug,
      map: source.file.world.map,
      solution: toPython(source.level.solutions[0]).text,
      blocks_ideal: source.level.limits.blocks_ideal,
      searched: searched && {
        programs: searched.programs,
        runs: searched.runs,
        bound: searched.bound,
        own: searched.own,
        engine: searched.engine,
        generic: searched.generic,
        messages: Object.fromEntries(searched.shares),
      },
      milliseconds: Math.round(milliseconds),
    })),
  }));
  return JSON.stringify(plain, null, 2);
}

function faultText({ file, line, reason }: Fault, kind: string): string {
  return `${file}:${line}: ${kind}${reason}`;
}

function levelText({ source, searched, milliseconds }: LevelProof, number: number, of: number): string {
  const { slug, file, level } = source;
  const code = toPython(level.solutions[0]).text.trimEnd().split("\n");
  const lines = [`${number}/${of} ${slug}, ${file.kind}`, ...sideBySide(file.world.map, code)];
  if (searched) lines.push(searchText(searched, level.limits.blocks_ideal), messagesText(searched));
  return [...lines, `${Math.ceil(milliseconds)} ms`].join(`\n${GAP}`) + "\n";
}

function sideBySide(left: readonly string[], right: readonly string[]): string[] {
  const width = left[0]?.length ?? 0;
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, i) => `${(left[i] ?? "").padEnd(width)}${GAP}${right[i] ?? ""}`.trimEnd());
}

function searchText({ programs, runs, bound, winner }: NonNullable<LevelProof["searched"]>, ideal: number): string {
  const shortest = winner ? countBlocks(winner) : ideal;
  return `${number(programs)} programs of up to ${bound} blocks, in ${number(runs)} runs; shortest winner: ${shortest} blocks`;
}

function messagesText({ own, engine, generic }: NonNullable<LevelProof["searched"]>): string {
  return `messages: the level's own ${percent(own)}, the engine's ${percent(engine)}, generic ${percent(generic)}`;
}

function sumText(slug: string, levels: readonly LevelProof[], faults: readonly Fault[], notes: readonly Fault[]): string {
  const programs = levels.reduce((sum, { searched }) => sum + (searched?.programs ?? 0), 0);
  const seconds = levels.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const found = faults.length === 0 ? "all proven" : `${faults.length} faults`;
  const stale = notes.length > 0 ? `, ${notes.length} texts to look at again` : "";
  return `${slug}: ${levels.length} levels, ${number(programs)} programs, ${seconds.toFixed(1)} s: ${found}${stale}`;
}

function number(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 6 });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

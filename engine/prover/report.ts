/** What the prover tells: for people, and as JSON. */
import { toPython } from "../src/language/to-python.ts";
import { countBlocks } from "../src/schema/edit.ts";
import type { Searched } from "./checks/search.ts";
import type { ActivityProof, LevelProof } from "./prove.ts";
import type { Fault } from "./source.ts";

const GAP = "    ";
const LINE = 110;

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
  const maps = level.grids.length > 1 ? `, ${level.grids.length} maps` : "";
  const lines = [`${number}/${of} ${slug}, ${file.kind}${maps}`, ...sideBySide(file.world.map, code)];
  if (searched) lines.push(searchText(searched, level.limits.blocks_ideal), ...messagesText(searched));
  return [...lines, `${Math.ceil(milliseconds)} ms`].join(`\n${GAP}`) + "\n";
}

function sideBySide(left: readonly string[], right: readonly string[]): string[] {
  const width = left[0]?.length ?? 0;
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, i) => `${(left[i] ?? "").padEnd(width)}${GAP}${right[i] ?? ""}`.trimEnd());
}

function searchText({ programs, runs, bound, winner }: Searched, ideal: number): string {
  const found = winner ? `the shortest that wins has ${countBlocks(winner)} blocks` : `none wins; the shortest found is the solution, ${ideal} blocks`;
  return `${number(programs)} programs of up to ${bound} blocks, in ${number(runs)} runs: ${found}`;
}

/** How many of the failing programs are told why, by whom, and by which message. */
function messagesText({ shares, own, engine, generic }: Searched): string[] {
  const failing = [...shares.values()].reduce((sum, count) => sum + count, 0);
  if (failing === 0) return [];
  const often = [...shares].sort(([, a], [, b]) => b - a);
  return [
    `${percent(1 - generic)} of those that fail are told why: ${percent(own)} by the level, ${percent(engine)} by the engine`,
    ...wrapped(often.map(([say, count]) => `${say} ${percent(count / failing)}`)).map((line) => GAP + line),
  ];
}

/** The items in lines, a comma after each but the last. */
function wrapped(items: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [i, item] of items.entries()) {
    const piece = i < items.length - 1 ? `${item},` : item;
    const longer = `${lines.at(-1) ?? ""} ${piece}`;
    if (lines.length > 0 && longer.length <= LINE) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
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
  return share > 0 && share < 0.001 ? "< 0.1 %" : `${(share * 100).toFixed(1)} %`;
}

/** YAML files with the line of everything in them, so that an author is told where a fault is. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";

export type Place = readonly (string | number)[];

export interface Fault {
  /** Path from where the prover was started. */
  readonly file: string;
  /** Counting from one. */
  readonly line: number;
  readonly reason: string;
}

export class Source {
  readonly file: string;
  readonly data: unknown;
  /** What kept the file from being read as YAML. */
  readonly faults: readonly Fault[];
  private readonly document: Document;
  private readonly lines = new LineCounter();

  constructor(path: string, text = readFileSync(path, "utf8")) {
    this.file = relative(process.cwd(), path);
    this.document = parseDocument(text, { lineCounter: this.lines });
    this.faults = this.document.errors.map(({ pos, message }) => ({
      file: this.file,
      line: this.lines.linePos(pos[0]).line,
      reason: message.split("\n")[0] ?? message,
    }));
    this.data = this.faults.length === 0 ? this.document.toJS() : undefined;
  }

  /** @param place keys and indexes from the top of the file; as much of it as there is counts */
  fault(place: Place, reason: string): Fault {
    return { file: this.file, line: this.lineOf(place), reason };
  }

  lineOf(place: Place): number {
    let node: unknown = this.document.contents;
    let offset = 0;
    for (const step of place) {
      const next = childOf(node, step);
      if (!next) break;
      offset = next.offset;
      node = next.value;
    }
    return this.lines.linePos(offset).line;
  }
}

/** A part of a node and where it begins: at its key, where it has one. */
function childOf(node: unknown, step: string | number): { value: unknown; offset: number } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item?.range ? { value: item, offset: item.range[0] } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  const range = isScalar(pair?.key) ? pair.key.range : null;
  return pair && range ? { value: pair.value, offset: range[0] } : null;
}

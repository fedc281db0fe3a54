import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProgressEvent } from "../events.ts";
import { type Answer, type Batch, type Queue, BATCH_SIZE, add, emptyQueue, seal, settle } from "../queue.ts";

/** A server as the contract has it: one row a batch, unique on session and first number. */
class Server {
  readonly rows = new Map<string, string>();

  take({ session, first, events, body }: Batch): Answer {
    const key = `${session} ${first}`;
    const known = this.rows.get(key);
    if (known !== undefined && known !== body) return { kind: "conflict" };
    this.rows.set(key, body);
    return { kind: "stored", through: first + events.length - 1 };
  }

  events(): ProgressEvent[] {
    return [...this.rows.values()].flatMap((body) => (JSON.parse(body) as Batch).events);
  }
}

const hint = (hint: number): ProgressEvent => ({ kind: "hint", activity: "a", level: "b", hint });
const numbers = (events: readonly ProgressEvent[]) => events.map((event) => (event.kind === "hint" ? event.hint : NaN));
const counter = (month = "202611") => {
  let made = 0;
  return () => `${month}.${made++}`;
};

/** What may happen between two states of the queue. `lost` requests never arrive; `unheard` ones do, but not the answer. */
const happening = fc.constantFrom("event", "sent", "lost", "unheard", "busy", "sent twice", "late answer", "new month");

describe("any order of losses, repeats and new events", () => {
  test("ends with each event stored exactly once, in order", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 120 }), (happenings) => {
        const server = new Server();
        let month = 202611;
        let made = 0;
        const newSession = () => `${month}.${made++}`;
        let queue = emptyQueue(newSession());
        let told = 0;
        let late: [Batch, Answer] | null = null;

        const send = (how: string) => {
          queue = seal(queue, newSession);
          const batch = queue.batch;
          if (!batch) return;
          if (how === "lost") return void (queue = settle(queue, batch, { kind: "later" }, newSession));
          if (how === "busy") return void (queue = settle(queue, batch, { kind: "later", seconds: 9 }, newSession));
          const answer = server.take(batch);
          if (how === "unheard") return void (late = [batch, answer]);
          if (how === "sent twice") queue = settle(queue, batch, server.take(batch), newSession);
          queue = settle(queue, batch, answer, newSession);
        };

        for (const what of happenings) {
          if (what === "event") queue = add(queue, hint(++told));
          else if (what === "new month") month += 1;
          else if (what === "late answer" && late) queue = settle(queue, ...(late as [Batch, Answer]), newSession);
          else send(what);
        }
        while (queue.batch || queue.waiting.length) send("sent");

        expect(numbers(server.events())).toEqual(Array.from({ length: told }, (_, index) => index + 1));
        expect(queue.notSaved).toEqual([]);
      }),
    );
  });
});

test("the numbers of a session run on without a gap, and a batch is at most the batch size", () => {
  const server = new Server();
  let queue = emptyQueue("202611.x");
  for (let n = 1; n <= BATCH_SIZE * 2 + 3; n++) queue = add(queue, hint(n));
  const firsts: number[] = [];
  while (queue.waiting.length || queue.batch) {
    queue = seal(queue, () => "202611.y");
    firsts.push(queue.batch!.first);
    expect(queue.batch!.session).toBe("202611.x");
    queue = settle(queue, queue.batch!, server.take(queue.batch!), counter());
  }
  expect(firsts).toEqual([1, BATCH_SIZE + 1, BATCH_SIZE * 2 + 1]);
});

test("a new month begins a new session, numbered from one, but leaves the batch under way as it is", () => {
  const sealed = seal(add(emptyQueue("202611.x"), hint(1)), () => "202611.unused");
  const later = add(sealed, hint(2));
  expect(seal(later, () => "202612.y").batch).toBe(sealed.batch);
  const next = seal(settle(later, later.batch!, { kind: "stored", through: 1 }, counter()), () => "202612.y");
  expect(next.batch).toMatchObject({ session: "202612.y", first: 1 });
});

test("a conflict moves the events to a new session once; a second conflict gives them up visibly", () => {
  const sealed = seal(add(emptyQueue("202611.x"), hint(1)), () => "202611.unused");
  const moved = settle(sealed, sealed.batch!, { kind: "conflict" }, () => "202611.y");
  expect(moved.batch).toMatchObject({ session: "202611.y", first: 1, events: [hint(1)] });
  const given = settle(moved, moved.batch!, { kind: "conflict" }, () => "202611.z");
  expect(given.batch).toBeNull();
  expect(given.notSaved).toEqual([{ status: 409, events: [hint(1)] }]);
});

test("a refused batch goes to the list of what is not saved and the next one follows", () => {
  let queue: Queue = seal(add(emptyQueue("202611.x"), hint(1)), () => "202611.unused");
  queue = settle(add(queue, hint(2)), queue.batch!, { kind: "refused", status: 422 }, counter());
  expect(queue.notSaved).toEqual([{ status: 422, events: [hint(1)] }]);
  expect(seal(queue, () => "202611.unused").batch).toMatchObject({ first: 2, events: [hint(2)] });
});

test("an answer that stored less than the batch is no acknowledgement", () => {
  const sealed = seal(add(add(emptyQueue("202611.x"), hint(1)), hint(2)), () => "202611.unused");
  expect(settle(sealed, sealed.batch!, { kind: "stored", through: 1 }, counter())).toBe(sealed);
});

test("an answer that comes late, to a batch another tab has settled, leaves the next batch alone", () => {
  const one = seal(add(emptyQueue("202611.x"), hint(1)), () => "202611.unused");
  const sent = one.batch!;
  const two = seal(settle(add(one, hint(2)), sent, { kind: "stored", through: 1 }, counter()), () => "202612.y");
  for (const late of [
    { kind: "stored", through: 1 },
    { kind: "refused", status: 422 },
    { kind: "conflict" },
  ] as const) {
    expect(settle(two, sent, late, counter())).toBe(two);
  }
});

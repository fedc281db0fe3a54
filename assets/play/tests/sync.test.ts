import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Answer, type Batch } from "../queue.ts";
import { memoryStore } from "../store.ts";
import { Sync, answerOf, notSaved } from "../sync.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.1); // how retries are spread out: 5 % later
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const event = { kind: "start", activity: "lantern-trail", level: "porto" } as const;

/** A sync whose server gives the listed answers in turn, and stores everything once the list is used up. */
function syncWith(...answers: Answer[]) {
  const posted: Batch[] = [];
  const store = memoryStore();
  const sync = new Sync(
    store,
    async (batch) => {
      posted.push(batch);
      return answers.shift() ?? { kind: "stored", through: batch.first + batch.events.length - 1 };
    },
    () => "202611.x",
  );
  return { sync, posted, store };
}

test("events that come close together travel in one batch", async () => {
  const { sync, posted } = syncWith();
  await sync.record(event);
  await sync.record(event);
  expect(posted).toEqual([]);
  await vi.runAllTimersAsync();
  expect(posted.map(({ first, events }) => [first, events.length])).toEqual([[1, 2]]);
});

test("without a connection the same bytes are sent again, ever more slowly, until they arrive", async () => {
  const { sync, posted } = syncWith({ kind: "later" }, { kind: "later" });
  await sync.record(event);
  await sync.flush();
  expect(posted).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000); // the first retry comes after 4.2 s
  expect(posted).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(7_000); // the second 8.4 s later
  expect(posted).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(posted).toHaveLength(3);
  expect(new Set(posted.map(({ body }) => body)).size).toBe(1);
});

test("a busy server is left alone for as long as it asks", async () => {
  const { sync, posted } = syncWith({ kind: "later", seconds: 60 });
  await sync.record(event);
  await sync.flush();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(posted).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(32_000);
  expect(posted).toHaveLength(2);
});

test("what the server refuses for good is counted and does not block what follows", async () => {
  const { sync, posted, store } = syncWith({ kind: "refused", status: 422 });
  await sync.record(event);
  await sync.flush();
  await sync.record(event);
  await sync.flush();
  expect(posted.map(({ first }) => first)).toEqual([1, 2]);
  expect(await notSaved(store)).toBe(1);
});

test.each([
  [new Response('{"stored_through": 7}'), { kind: "stored", through: 7 }],
  [new Response("{}"), { kind: "later" }],
  [new Response("", { status: 409 }), { kind: "conflict" }],
  [new Response("", { status: 429, headers: { "Retry-After": "30" } }), { kind: "later", seconds: 30 }],
  [new Response("", { status: 429 }), { kind: "later" }],
  [new Response("", { status: 408 }), { kind: "later" }],
  [new Response("", { status: 413 }), { kind: "refused", status: 413 }],
  [new Response("", { status: 503 }), { kind: "later" }],
])("an answer is read as the contract says", async (response, answer) => {
  expect(await answerOf(response)).toEqual(answer);
});

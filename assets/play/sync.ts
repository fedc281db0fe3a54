/** Sends the queue: one batch at a time, again and again until it is settled, slower after each failure. */
import type { ProgressEvent } from "./events.ts";
import { type Answer, type Batch, type NewSession, type Queue, add, emptyQueue, seal, settle } from "./queue.ts";
import { newSession } from "./session.ts";
import type { Store } from "./store.ts";

const ENDPOINT = "/api/v1/progress";
const QUEUE = "queue";
/** Events that come close together share a batch. */
const GATHER_MS = 2_000;
const FIRST_RETRY_S = 4;
const LONGEST_RETRY_S = 300;

/** Posts one batch. `leaving`: the page is going away, the request must outlive it. */
export type Post = (batch: Batch, leaving: boolean) => Promise<Answer>;

export class Sync {
  private readonly store: Store;
  private readonly post: Post;
  private readonly newSession: NewSession;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private failures = 0;

  constructor(store: Store, post: Post = postBatch, makeSession: NewSession = newSession) {
    this.store = store;
    this.post = post;
    this.newSession = makeSession;
  }

  /** Sends what an earlier visit left, and from now on whenever the connection or the page's visibility asks for it. */
  start(): void {
    addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.flush(true);
    });
    void this.flush();
  }

  async record(event: ProgressEvent): Promise<void> {
    await this.change((queue) => add(queue, event));
    if (this.failures === 0) this.later(GATHER_MS);
  }

  /** Sends until nothing is left or the server cannot be reached. */
  flush(leaving = false): Promise<void> {
    this.sending ??= this.sendAll(leaving).finally(() => (this.sending = null));
    return this.sending;
  }

  private async sendAll(leaving: boolean): Promise<void> {
    clearTimeout(this.timer);
    for (;;) {
      const { batch } = await this.change((queue) => seal(queue, this.newSession));
      if (!batch) return;
      const answer = await this.post(batch, leaving);
      const after = await this.change((queue) => settle(queue, batch, answer, this.newSession));
      if (after.batch?.body === batch.body) return this.tryAgain(answer);
      this.failures = 0;
    }
  }

  private tryAgain(answer: Answer): void {
    const asked = answer.kind === "later" ? answer.seconds : undefined;
    const grown = Math.min(FIRST_RETRY_S * 2 ** this.failures, LONGEST_RETRY_S);
    this.failures += 1;
    // Spread out, so that a class does not come back in one moment.
    this.later((asked ?? grown) * 1000 * (1 + Math.random() / 2));
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private change(step: (queue: Queue) => Queue): Promise<Queue> {
    return this.store.update<Queue>(QUEUE, (queue) => step(queue ?? emptyQueue(this.newSession())));
  }
}

export async function notSaved(store: Store): Promise<number> {
  const queue = await store.get<Queue>(QUEUE);
  return (queue?.notSaved ?? []).reduce((sum, { events }) => sum + events.length, 0);
}

async function postBatch(batch: Batch, leaving: boolean): Promise<Answer> {
  try {
    const response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: batch.body,
      keepalive: leaving,
      credentials: "omit",
    });
    return await answerOf(response);
  } catch {
    return { kind: "later" };
  }
}

/** Reads the server's answer. A 200 without `stored_through` is not ours (a hotel's log-in page, say): try again later. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status } = response;
  if (status === 200) {
    const body: unknown = await response.json();
    const through = (body as { stored_through?: unknown } | null)?.stored_through;
    return typeof through === "number" ? { kind: "stored", through } : { kind: "later" };
  }
  if (status === 409) return { kind: "conflict" };
  // 408: the line was too slow, for our server or a proxy. That says nothing against the batch.
  if (status === 408) return { kind: "later" };
  if (status === 429) {
    const seconds = Number(response.headers.get("Retry-After"));
    return seconds > 0 ? { kind: "later", seconds } : { kind: "later" };
  }
  return status >= 400 && status < 500 ? { kind: "refused", status } : { kind: "later" };
}

/**
 * The queue of progress events, as pure functions over one record that lives in the browser's storage.
 *
 * Events wait until they are sealed into a batch; a batch is numbered, written down as the exact text to post, and posted
 * byte for byte until the server has stored or refused it. So a lost answer, a closed tab or a second tab does no harm.
 */
import type { ProgressEvent } from "./events.ts";

/** At most this many events in a batch; the server accepts more, but small batches get through bad connections. */
export const BATCH_SIZE = 50;

export interface Batch {
  readonly session: string;
  /** Number of its first event within the session, counting from 1. */
  readonly first: number;
  readonly events: readonly ProgressEvent[];
  /** The request body, resent byte for byte. */
  readonly body: string;
  /** Its events were already moved to a new session once, because the server knew other content under their key. */
  readonly moved: boolean;
}

export interface Queue {
  /** Id of this device for this month: `YYYYMM.` and 22 random characters. */
  readonly session: string;
  /** The number that the next sealed event gets. */
  readonly next: number;
  readonly waiting: readonly ProgressEvent[];
  readonly batch: Batch | null;
  /** What the server refused for good; shown to the learner, never sent again. */
  readonly notSaved: readonly { readonly status: number; readonly events: readonly ProgressEvent[] }[];
}

export type Answer =
  | { readonly kind: "stored"; readonly through: number }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly status: number }
  /** No answer, or one that says to try again. */
  | { readonly kind: "later"; readonly seconds?: number };

/** Makes session ids; given from outside so that tests decide. */
export type NewSession = () => string;

export function emptyQueue(session: string): Queue {
  return { session, next: 1, waiting: [], batch: null, notSaved: [] };
}

export function add(queue: Queue, event: ProgressEvent): Queue {
  return { ...queue, waiting: [...queue.waiting, event] };
}

/** Seals waiting events unless a batch is still under way. A new month begins a new session. */
export function seal(queue: Queue, newSession: NewSession): Queue {
  if (queue.batch || queue.waiting.length === 0) return queue;
  const fresh = newSession();
  const goesOn = monthOf(fresh) === monthOf(queue.session);
  const batch = goesOn
    ? batchOf(queue.session, queue.next, queue.waiting.slice(0, BATCH_SIZE))
    : batchOf(fresh, 1, queue.waiting.slice(0, BATCH_SIZE));
  return {
    ...queue,
    session: batch.session,
    next: batch.first + batch.events.length,
    waiting: queue.waiting.slice(BATCH_SIZE),
    batch,
  };
}

/** Takes the server's answer to `sent`. An answer to a batch that another tab has settled meanwhile changes nothing. */
export function settle(queue: Queue, sent: Batch, answer: Answer, newSession: NewSession): Queue {
  const batch = queue.batch;
  if (!batch || batch.body !== sent.body) return queue;
  switch (answer.kind) {
    case "later":
      return queue;
    case "stored":
      return answer.through >= batch.first + batch.events.length - 1 ? { ...queue, batch: null } : queue;
    case "refused":
      return giveUp(queue, batch, answer.status);
    case "conflict":
      return batch.moved ? giveUp(queue, batch, 409) : moveToNewSession(queue, batch, newSession());
  }
}

function moveToNewSession(queue: Queue, batch: Batch, session: string): Queue {
  const moved = { ...batchOf(session, 1, batch.events), moved: true };
  return { ...queue, session, next: 1 + batch.events.length, batch: moved };
}

function giveUp(queue: Queue, batch: Batch, status: number): Queue {
  return { ...queue, batch: null, notSaved: [...queue.notSaved, { status, events: batch.events }] };
}

function batchOf(session: string, first: number, events: readonly ProgressEvent[]): Batch {
  return { session, first, events, body: JSON.stringify({ session, first, events }), moved: false };
}

function monthOf(session: string): string {
  return session.slice(0, 6);
}

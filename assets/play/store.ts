/**
 * What this browser remembers: one small key-value store in IndexedDB. Where storage is switched off (some private
 * windows), a map in memory takes its place, so that a level can always be played.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

const DATABASE = "codora";

interface Schema extends DBSchema {
  records: { key: string; value: unknown };
}

export interface Store {
  get<T>(key: string): Promise<T | undefined>;
  /** Reads, changes and writes in one transaction, so that two tabs cannot lose each other's change. */
  update<T>(key: string, change: (before: T | undefined) => T): Promise<T>;
  /** Every record whose key begins with the prefix. */
  entries<T>(prefix: string): Promise<[string, T][]>;
  clear(): Promise<void>;
}

export async function openStore(): Promise<Store> {
  try {
    const database = await openDB<Schema>(DATABASE, 1, {
      upgrade: (opened) => void opened.createObjectStore("records"),
    });
    return storeIn(database);
  } catch {
    return memoryStore();
  }
}

function storeIn(database: IDBPDatabase<Schema>): Store {
  return {
    get: async <T>(key: string) => (await database.get("records", key)) as T | undefined,
    async update<T>(key: string, change: (before: T | undefined) => T) {
      const transaction = database.transaction("records", "readwrite");
      const after = change((await transaction.store.get(key)) as T | undefined);
      await Promise.all([transaction.store.put(after, key), transaction.done]);
      return after;
    },
    async entries<T>(prefix: string) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const transaction = database.transaction("records");
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]);
      return keys.map((key, index) => [key, values[index] as T]);
    },
    clear: () => database.clear("records"),
  };
}

export function memoryStore(): Store {
  const records = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => records.get(key) as T | undefined,
    async update<T>(key: string, change: (before: T | undefined) => T) {
      const after = change(records.get(key) as T | undefined);
      records.set(key, after);
      return after;
    },
    entries: async <T>(prefix: string) =>
      [...records].filter(([key]) => key.startsWith(prefix)).map(([key, value]): [string, T] => [key, value as T]),
    clear: async () => records.clear(),
  };
}

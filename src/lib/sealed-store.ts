/**
 * A small sealed list in IndexedDB: entries lie on the phone encrypted (AES-GCM) under a key that WebCrypto keeps and no
 * script can read out. What this holds and what it does not is in docs/decisions/0020.
 */
export type SealedEntry = {
  readonly key: string;
  readonly owner: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
};

/** Where sealed entries lie: IndexedDB in a browser, a list in tests. Entries come back in the order they were put. */
export type SealedStore = {
  readonly all: () => Promise<readonly SealedEntry[]>;
  /** At the end; an entry of the same key goes. Done when it lies on the disk. */
  readonly put: (entry: SealedEntry) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** The phone's own key, made once. */
  readonly secret: () => Promise<CryptoKey>;
};

const ENTRIES = "entries";
const SECRET = "secret";
const BY_KEY = "key";

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the store did not answer"));
  });
}

function finished(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error("the store took nothing"));
  });
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const entries = request.result.createObjectStore(ENTRIES, { autoIncrement: true });
    entries.createIndex(BY_KEY, "key", { unique: true });
    request.result.createObjectStore(SECRET);
  };
  return answered(request);
}

/** A key that seals and opens here and can be taken nowhere else. */
export function makeSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** The store of this phone. Opened when it is first asked; what cannot be opened is tried again the next time. */
export function browserStore(name: string): SealedStore {
  let opening: Promise<IDBDatabase> | null = null;
  const database = async () => {
    opening ??= openDatabase(name);
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
  const writing = async (store: string, work: (rows: IDBObjectStore) => Promise<unknown>) => {
    // Strict: a battery that dies the next second takes nothing away.
    const tx = (await database()).transaction(store, "readwrite", { durability: "strict" });
    await Promise.all([work(tx.objectStore(store)), finished(tx)]);
  };
  const removeByKey = async (rows: IDBObjectStore, key: string) => {
    const at = await answered(rows.index(BY_KEY).getKey(key));
    if (at !== undefined) await answered(rows.delete(at));
  };
  return {
    all: async () => answered((await database()).transaction(ENTRIES).objectStore(ENTRIES).getAll()),
    put: (entry) =>
      writing(ENTRIES, async (rows) => {
        await removeByKey(rows, entry.key);
        await answered(rows.add(entry));
      }),
    remove: (key) => writing(ENTRIES, (rows) => removeByKey(rows, key)),
    secret: async () => {
      const known = async () =>
        answered<CryptoKey | undefined>(
          (await database()).transaction(SECRET).objectStore(SECRET).get(SECRET),
        );
      const kept = await known();
      if (kept) return kept;
      const made = await makeSecret();
      // Two tabs may be here at once: the first one's key is the phone's.
      await writing(SECRET, async (rows) => {
        if ((await answered(rows.get(SECRET))) === undefined) await answered(rows.add(made, SECRET));
      });
      return (await known()) ?? made;
    },
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const boundTo = ({ owner, key }: Pick<SealedEntry, "owner" | "key">) => bytes(`${owner} ${key}`);

/** Seals a text for its owner: under another name it does not open. */
export async function seal(
  secret: CryptoKey,
  { owner, key }: Pick<SealedEntry, "owner" | "key">,
  text: string,
): Promise<SealedEntry> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: boundTo({ owner, key }) };
  return { owner, key, iv, sealed: await crypto.subtle.encrypt(how, secret, bytes(text)) };
}

/** What was sealed, or null for what was touched or sealed elsewhere. */
export async function unseal(secret: CryptoKey, entry: SealedEntry): Promise<string | null> {
  try {
    const how = { name: "AES-GCM", iv: entry.iv, additionalData: boundTo(entry) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, secret, entry.sealed));
  } catch {
    return null;
  }
}

import { seal, type SealedStore, unseal } from "@/lib/sealed-store.ts";

/**
 * What could not be sent yet: kept on this phone and sent in order when the connection is back. Each entry carries its
 * own key, so that sending it twice makes one row. Entries belong to one person: on a shared phone nobody sends another's.
 */
export type WaitingCall = {
  readonly owner: string;
  readonly procedure: "plans.start" | "plans.log" | "symptoms.check" | "symptoms.checkIn";
  readonly input: { readonly key: string };
};

/** What may shut the lock on running once it is heard: a symptom, or a run whose next day is still to be asked. */
export function mayShut({ procedure, input }: Pick<WaitingCall, "procedure" | "input">): boolean {
  const told = input as { findings?: readonly unknown[] | null; kind?: string };
  if (told.findings && told.findings.length > 0) return true;
  return procedure === "plans.log" && (told.kind === "walk_run" || told.kind === "technique");
}

/** What waits, sealed. */
export type Outbox = {
  /** What waits for this person, oldest first. */
  readonly of: (owner: string) => Promise<readonly WaitingCall[]>;
  /** Keeps a call at the end. The same key is kept once. */
  readonly keep: (call: WaitingCall) => Promise<void>;
  /** Forgets a call that was sent, or that the server will never take. */
  readonly forget: (key: string) => Promise<void>;
};

function parsed(text: string | null, owner: string): WaitingCall | null {
  if (text === null) return null;
  const { procedure, input } = JSON.parse(text) as Omit<WaitingCall, "owner">;
  return { owner, procedure, input };
}

export function outboxIn(store: SealedStore): Outbox {
  return {
    of: async (owner) => {
      const mine = (await store.all()).filter((entry) => entry.owner === owner);
      if (mine.length === 0) return [];
      const secret = await store.secret();
      const calls = await Promise.all(mine.map(async (entry) => parsed(await unseal(secret, entry), owner)));
      return calls.filter((call) => call !== null);
    },
    keep: async ({ owner, procedure, input }) => {
      const text = JSON.stringify({ procedure, input });
      await store.put(await seal(await store.secret(), { owner, key: input.key }, text));
    },
    forget: (key) => store.remove(key),
  };
}

/** Where earlier versions of this page kept the same calls, unsealed. */
const BEFORE = "sevenstride.waiting";

/** Takes over what an earlier version kept. Cut off in the middle it is done again: the same key is kept once. */
export async function takeOver(
  outbox: Pick<Outbox, "keep">,
  storage: Pick<Storage, "getItem" | "removeItem">,
): Promise<void> {
  let calls: unknown = null;
  try {
    calls = JSON.parse(storage.getItem(BEFORE) ?? "[]");
  } catch {
    // Nonsense holds nothing of hers.
  }
  for (const call of Array.isArray(calls) ? (calls as WaitingCall[]) : []) await outbox.keep(call);
  storage.removeItem(BEFORE);
}

/** She has to sign in again, or there were too many at once. What she wrote is not to blame. */
const NOT_ITS_FAULT: readonly number[] = [401, 408, 429];

/** True for an error that another try may heal: no network, a server that catches its breath, a session that is over. */
export function isPassing(error: unknown): boolean {
  const status = (error as { data?: { httpStatus?: number } | null } | null)?.data?.httpStatus;
  return status === undefined || status >= 500 || NOT_ITS_FAULT.includes(status);
}

export type Flushed = {
  readonly sent: number;
  readonly refused: readonly WaitingCall[];
  readonly left: number;
};

/**
 * Sends what waits, in order, and stops at the first passing error so that nothing overtakes. What the server refuses is
 * taken off the list and told.
 */
export async function flush(
  outbox: Outbox,
  owner: string,
  send: (call: WaitingCall) => Promise<unknown>,
): Promise<Flushed> {
  const refused: WaitingCall[] = [];
  let sent = 0;
  for (const call of await outbox.of(owner)) {
    try {
      await send(call);
      sent += 1;
    } catch (error) {
      if (isPassing(error)) break;
      refused.push(call);
    }
    await outbox.forget(call.input.key);
  }
  return { sent, refused, left: (await outbox.of(owner)).length };
}

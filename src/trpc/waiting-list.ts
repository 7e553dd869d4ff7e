/**
 * What could not be sent yet: kept on this phone and sent in order when the connection is back. Each entry carries its
 * own key, so that sending it twice makes one row. Entries belong to one person: on a shared phone nobody sends another's.
 */
export type WaitingCall = {
  readonly owner: string;
  readonly procedure: "plans.start" | "plans.log" | "symptoms.check" | "symptoms.checkIn";
  readonly input: { readonly key: string };
};

const STORE = "sevenstride.waiting";

type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

function readAll(storage: Storage): readonly WaitingCall[] {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(STORE) ?? "[]");
    return Array.isArray(parsed) ? (parsed as WaitingCall[]) : [];
  } catch {
    return [];
  }
}

function writeAll(storage: Storage, calls: readonly WaitingCall[]): void {
  storage.setItem(STORE, JSON.stringify(calls));
}

/** What waits for this person, oldest first. */
export function waitingOf(storage: Storage, owner: string): readonly WaitingCall[] {
  return readAll(storage).filter((call) => call.owner === owner);
}

/** Keeps a call at the end. The same key is kept once. */
export function keep(storage: Storage, call: WaitingCall): void {
  const others = readAll(storage).filter((row) => row.input.key !== call.input.key);
  writeAll(storage, [...others, call]);
}

/** Forgets a call that was sent, or that the server will never take. */
export function forget(storage: Storage, key: string): void {
  writeAll(
    storage,
    readAll(storage).filter((row) => row.input.key !== key),
  );
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
  storage: Storage,
  owner: string,
  send: (call: WaitingCall) => Promise<unknown>,
): Promise<Flushed> {
  const refused: WaitingCall[] = [];
  let sent = 0;
  for (const call of waitingOf(storage, owner)) {
    try {
      await send(call);
      sent += 1;
    } catch (error) {
      if (isPassing(error)) break;
      refused.push(call);
    }
    forget(storage, call.input.key);
  }
  return { sent, refused, left: waitingOf(storage, owner).length };
}

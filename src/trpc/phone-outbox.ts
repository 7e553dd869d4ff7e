import { browserStore } from "@/lib/sealed-store.ts";
import { type Outbox, outboxIn, takeOver } from "./waiting-list.ts";

const NAME = "sevenstride-outbox";
let opened: Promise<Outbox> | null = null;

/** The outbox of this phone, opened when it is first asked. What could not be opened is tried again the next time. */
export async function phoneOutbox(): Promise<Outbox> {
  opened ??= (async () => {
    const outbox = outboxIn(browserStore(NAME));
    await takeOver(outbox, localStorage);
    return outbox;
  })();
  try {
    return await opened;
  } catch (error) {
    opened = null;
    throw error;
  }
}

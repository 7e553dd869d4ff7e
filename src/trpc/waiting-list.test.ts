import { beforeEach, describe, expect, test } from "vitest";
import { makeSecret, type SealedEntry, type SealedStore } from "@/lib/sealed-store.ts";
import { flush, isPassing, type Outbox, outboxIn, takeOver, type WaitingCall } from "./waiting-list.ts";

/** A phone's store as a list, under a key of its own. */
class Phone implements SealedStore {
  rows: SealedEntry[] = [];
  readonly #secret = makeSecret();
  all = async () => [...this.rows];
  put = async (entry: SealedEntry) => {
    this.rows = [...this.rows.filter((row) => row.key !== entry.key), entry];
  };
  remove = async (key: string) => {
    this.rows = this.rows.filter((row) => row.key !== key);
  };
  secret = () => this.#secret;
}
let phone = new Phone();
let outbox: Outbox = outboxIn(phone);
beforeEach(() => {
  phone = new Phone();
  outbox = outboxIn(phone);
});

const call = (key: string, owner = "mum", more: object = {}): WaitingCall => ({
  owner,
  procedure: "plans.log",
  input: { key, ...more },
});
const keys = async (owner: string) => (await outbox.of(owner)).map((row) => row.input.key);
const refusal = { data: { httpStatus: 422 } };
const noNetwork = new TypeError("Failed to fetch");

describe("what could not be sent", () => {
  test("is sent in order, once, when there is a connection", async () => {
    for (const key of ["a", "b", "b"]) await outbox.keep(call(key));
    const seen: string[] = [];
    const answer = await flush(outbox, "mum", async ({ input }) => void seen.push(input.key));
    expect(seen).toEqual(["a", "b"]);
    expect(answer).toEqual({ sent: 2, refused: [], left: 0 });
  });

  test("stops where the network does, and nothing overtakes", async () => {
    for (const key of ["a", "b", "c"]) await outbox.keep(call(key));
    const answer = await flush(outbox, "mum", async ({ input }) => {
      if (input.key === "b") throw noNetwork;
    });
    expect(answer).toMatchObject({ sent: 1, left: 2 });
    expect(await keys("mum")).toEqual(["b", "c"]);
  });

  test("twenty logs, and every third answer is lost: each arrives once, in order", async () => {
    for (let at = 0; at < 20; at += 1) await outbox.keep(call(String(at)));
    const arrived = new Set<string>();
    let asked = 0;
    const send = async ({ input }: WaitingCall) => {
      arrived.add(input.key);
      asked += 1;
      if (asked % 3 === 0) throw noNetwork;
    };
    for (let tries = 0; tries < 20 && (await keys("mum")).length > 0; tries += 1)
      await flush(outbox, "mum", send);
    expect([...arrived]).toEqual(Array.from({ length: 20 }, (_, at) => String(at)));
    expect(phone.rows).toEqual([]);
  });

  test("what the server will never take is told and does not block the rest", async () => {
    for (const key of ["a", "b"]) await outbox.keep(call(key));
    const answer = await flush(outbox, "mum", async ({ input }) => {
      if (input.key === "a") throw refusal;
    });
    expect(answer.refused.map((row) => row.input.key)).toEqual(["a"]);
    expect(answer.left).toBe(0);
  });

  test("on a shared phone nobody sends another's, and nothing of hers is lost", async () => {
    await outbox.keep(call("hers", "another"));
    expect((await flush(outbox, "mum", async () => expect.unreachable())).sent).toBe(0);
    expect(await keys("another")).toEqual(["hers"]);
    await outbox.forget("hers");
    expect(await keys("another")).toEqual([]);
  });

  test("no network, a tired server and a session that is over pass; a refusal does not", () => {
    const answers = [noNetwork, { data: { httpStatus: 503 } }, { data: { httpStatus: 401 } }, refusal];
    expect(answers.map(isPassing)).toEqual([true, true, true, false]);
  });
});

describe("at rest", () => {
  test("nothing she wrote can be read, and the key cannot be taken out", async () => {
    await outbox.keep(call("a", "mum", { note: "heaviness after the walk" }));
    const [row] = phone.rows;
    const lies = Buffer.from(row!.sealed).toString("latin1") + JSON.stringify(row);
    for (const word of ["heaviness", "note", "plans.log"]) expect(lies).not.toContain(word);
    await expect(crypto.subtle.exportKey("raw", await phone.secret())).rejects.toThrow("not extractable");
  });

  test("put under another's name, or touched, it does not open", async () => {
    await outbox.keep(call("a"));
    const [row] = phone.rows;
    phone.rows = [{ ...row!, owner: "another" }];
    expect(await outbox.of("another")).toEqual([]);
    const touched = new Uint8Array(row!.sealed.slice(0));
    touched[0]! ^= 1;
    phone.rows = [{ ...row!, sealed: touched.buffer }];
    expect(await outbox.of("mum")).toEqual([]);
    phone.rows = [row!];
    expect(await keys("mum")).toEqual(["a"]);
  });

  test("what an earlier version kept unsealed is taken over, once, in its order", async () => {
    const values = new Map([["sevenstride.waiting", JSON.stringify([call("a"), call("b", "another")])]]);
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      removeItem: (key: string) => void values.delete(key),
    };
    await outbox.keep(call("a"));
    await takeOver(outbox, storage);
    expect([await keys("mum"), await keys("another")]).toEqual([["a"], ["b"]]);
    expect(values.size).toBe(0);
    values.set("sevenstride.waiting", "{nonsense");
    await takeOver(outbox, storage);
    expect(phone.rows).toHaveLength(2);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { flush, forget, isPassing, keep, waitingOf, type WaitingCall } from "./waiting-list.ts";

class Memory {
  values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
}
let storage = new Memory();
beforeEach(() => {
  storage = new Memory();
});

const call = (key: string, owner = "mum"): WaitingCall => ({ owner, procedure: "plans.log", input: { key } });
const refusal = { data: { httpStatus: 422 } };
const noNetwork = new TypeError("Failed to fetch");

describe("what could not be sent", () => {
  test("is sent in order, once, when there is a connection", async () => {
    for (const key of ["a", "b", "b"]) keep(storage, call(key));
    const seen: string[] = [];
    const answer = await flush(storage, "mum", async ({ input }) => void seen.push(input.key));
    expect(seen).toEqual(["a", "b"]);
    expect(answer).toEqual({ sent: 2, refused: [], left: 0 });
  });

  test("stops where the network does, and nothing overtakes", async () => {
    for (const key of ["a", "b", "c"]) keep(storage, call(key));
    const answer = await flush(storage, "mum", async ({ input }) => {
      if (input.key === "b") throw noNetwork;
    });
    expect(answer).toMatchObject({ sent: 1, left: 2 });
    expect(waitingOf(storage, "mum").map((row) => row.input.key)).toEqual(["b", "c"]);
  });

  test("what the server will never take is told and does not block the rest", async () => {
    for (const key of ["a", "b"]) keep(storage, call(key));
    const answer = await flush(storage, "mum", async ({ input }) => {
      if (input.key === "a") throw refusal;
    });
    expect(answer.refused.map((row) => row.input.key)).toEqual(["a"]);
    expect(answer.left).toBe(0);
  });

  test("on a shared phone nobody sends another's", async () => {
    keep(storage, call("hers", "another"));
    expect((await flush(storage, "mum", async () => expect.unreachable())).sent).toBe(0);
    expect(waitingOf(storage, "another")).toHaveLength(1);
    forget(storage, "hers");
    expect(waitingOf(storage, "another")).toEqual([]);
  });

  test("a broken store is an empty one", () => {
    storage.setItem("sevenstride.waiting", "{nonsense");
    expect(waitingOf(storage, "mum")).toEqual([]);
  });

  test("no network, a tired server and a session that is over pass; a refusal does not", () => {
    const answers = [noNetwork, { data: { httpStatus: 503 } }, { data: { httpStatus: 401 } }, refusal];
    expect(answers.map(isPassing)).toEqual([true, true, true, false]);
  });
});

import { describe, expect, test } from "vitest";
import { afterLeaving, moveIn, queueKeyOf } from "./queue-keys.ts";

const press = (key: string, more: object = {}) =>
  queueKeyOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });

describe("keys of the queue", () => {
  test.each([
    ["j", "next"],
    ["K", "previous"],
    ["e", "handle"],
    ["s", "snooze"],
    ["u", "undo"],
    ["x", null],
    ["Enter", null],
  ])("%s means %s", (key, action) => expect(press(key)).toBe(action));

  test("with a modifier the key is the browser's", () => {
    for (const modifier of ["ctrlKey", "metaKey", "altKey"])
      expect(press("s", { [modifier]: true })).toBeNull();
  });

  test("a held key moves and never puts a mum away", () => {
    expect(press("j", { repeat: true })).toBe("next");
    for (const key of ["e", "s", "u"]) expect(press(key, { repeat: true })).toBeNull();
  });
});

test("moving begins at an end and stops at the ends", () => {
  expect([
    moveIn(3, null, 1),
    moveIn(3, null, -1),
    moveIn(3, 2, 1),
    moveIn(3, 0, -1),
    moveIn(0, null, 1),
  ]).toEqual([0, 2, 2, 0, null]);
});

test("after a row has left the keyboard stays where it was, or goes to the last", () => {
  expect([afterLeaving(2, 0), afterLeaving(2, 2), afterLeaving(0, 0)]).toEqual([0, 1, null]);
});

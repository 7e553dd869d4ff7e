import { expect, test } from "vitest";
import { filtersFrom, NO_FILTERS, paramsOf } from "./filters.ts";

test("an address without filters filters nothing, and nothing makes an address without filters", () => {
  expect(filtersFrom(new URLSearchParams())).toEqual(NO_FILTERS);
  expect(paramsOf(NO_FILTERS)).toBe("");
});

test("there and back again", () => {
  const filters = {
    search: "Te Whiu & co",
    step: "running",
    status: "held",
    running: "locked",
    show: "archived",
    sort: "name",
  } as const;
  expect(filtersFrom(new URLSearchParams(paramsOf(filters)))).toEqual(filters);
});

test("nonsense in the address is no filter", () => {
  const params = new URLSearchParams("step=flying&status=%00&show=all&sort=&search=%25");
  expect(filtersFrom(params)).toEqual({ ...NO_FILTERS, search: "%" });
});

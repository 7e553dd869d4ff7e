import { STEP_IDS } from "@/domain/journey/steps.ts";
import type { Inputs } from "@/trpc/wire.ts";

/** What the list is asked for, without the page. */
export type Filters = Omit<Inputs["clients"]["list"], "cursor">;

export const NO_FILTERS: Filters = {
  search: "",
  step: null,
  status: null,
  running: null,
  show: "with_us",
  sort: "attention",
};

/** The choices of each filter, in the order they are shown. */
export const CHOICES = {
  step: STEP_IDS,
  status: ["locked", "open", "active", "held", "done"],
  running: ["open", "locked"],
  show: ["with_us", "invited", "archived"],
  sort: ["attention", "name", "lastLog", "joined"],
} as const;

function oneOf<T extends string>(choices: readonly T[], value: string | null): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

/** Filters as the address says them; what it says wrongly is no filter. So a filtered list can be kept and sent. */
export function filtersFrom(params: URLSearchParams): Filters {
  return {
    search: (params.get("search") ?? "").slice(0, 100),
    step: oneOf(CHOICES.step, params.get("step")),
    status: oneOf(CHOICES.status, params.get("status")),
    running: oneOf(CHOICES.running, params.get("running")),
    show: oneOf(CHOICES.show, params.get("show")) ?? NO_FILTERS.show,
    sort: oneOf(CHOICES.sort, params.get("sort")) ?? NO_FILTERS.sort,
  };
}

/** How many filters are set; the search has its own place and does not count. */
export function countOf(filters: Filters): number {
  const keys = Object.keys(NO_FILTERS) as (keyof Filters)[];
  return keys.filter((key) => key !== "search" && filters[key] !== NO_FILTERS[key]).length;
}

/** The filters as the end of an address, without those that filter nothing. */
export function paramsOf(filters: Filters): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(NO_FILTERS) as (keyof Filters)[]) {
    const value = filters[key];
    if (value !== null && value !== NO_FILTERS[key]) params.set(key, value);
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

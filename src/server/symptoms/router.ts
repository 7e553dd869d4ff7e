import { t } from "../trpc/base.ts";

export const symptomsRouter = t.router({});

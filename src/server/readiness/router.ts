import { t } from "../trpc/base.ts";

export const readinessRouter = t.router({});

import { t } from "../trpc/base.ts";

export const accountRouter = t.router({});

import { t } from "../trpc/base.ts";

export const practiceRouter = t.router({});

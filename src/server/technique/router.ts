import { t } from "../trpc/base.ts";

export const techniqueRouter = t.router({});

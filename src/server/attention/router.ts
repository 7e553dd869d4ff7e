import { t } from "../trpc/base.ts";

export const attentionRouter = t.router({});

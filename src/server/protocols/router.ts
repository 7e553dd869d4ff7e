import { t } from "../trpc/base.ts";

export const protocolsRouter = t.router({});

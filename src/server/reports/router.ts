import { z } from "zod";
import { t } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { closeFeed, openFeed, setFeedTime } from "./feed-commands.ts";
import { feed, feedSchema } from "./feed-queries.ts";

const done = z.object({ ok: z.literal(true) });

/** 32 random bytes as base64url. */
const tokenSchema = z
  .string()
  .length(43)
  .refine((text) => /^[\w-]+$/.test(text), "not_a_token");

export const reportsRouter = t.router({
  feed: read("reports.feed", { input: {}, output: feedSchema }, feed),
  openFeed: change("reports.openFeed", { input: { token: tokenSchema }, output: done }, openFeed),
  closeFeed: change("reports.closeFeed", { input: {}, output: done }, closeFeed),
  setFeedTime: change(
    "reports.setFeedTime",
    { input: { minuteOfDay: z.int().min(0).max(1439).nullable() }, output: done },
    setFeedTime,
  ),
});

import { z } from "zod";
import { shape, t } from "../trpc/base.ts";
import { read } from "../trpc/procedures.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { type ProtocolLine, protocolLines, protocolVersion } from "./queries.ts";

export const protocolsRouter = t.router({
  list: read("protocols.list", { input: {}, output: shape<readonly ProtocolLine[]>() }, protocolLines),
  byId: read(
    "protocols.byId",
    {
      input: { versionId: z.uuid() },
      output: z.object({
        versionId: z.uuid(),
        number: z.int(),
        isDraft: z.boolean(),
        content: shape<ProtocolContent>(),
      }),
    },
    protocolVersion,
  ),
});

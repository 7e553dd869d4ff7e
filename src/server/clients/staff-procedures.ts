import { z } from "zod";
import { emailSchema } from "../../lib/email-address.ts";
import { isZone } from "../clock.ts";
import { change, read } from "../trpc/procedures.ts";
import { inviteAgain, inviteClient } from "./invite.ts";
import { listClients, listInput, listOutput } from "./list-queries.ts";
import { clientById, clientSchema } from "./staff-record.ts";
import { endBabyPrompts, updateClient } from "./staff-update.ts";

const nameSchema = z.string().trim().min(1, "required").max(120, "too_long");
const invited = z.object({ clientId: z.uuid() });

/** What a coach asks of this room. */
export const staffProcedures = {
  list: read("clients.list", { input: listInput, output: listOutput }, listClients),
  byId: read("clients.byId", { input: { clientId: z.uuid() }, output: clientSchema }, clientById),
  invite: change(
    "clients.invite",
    { input: { name: nameSchema, email: emailSchema }, output: invited },
    inviteClient,
  ),
  inviteAgain: change("clients.inviteAgain", { input: { clientId: z.uuid() }, output: invited }, inviteAgain),
  update: change(
    "clients.update",
    {
      input: {
        clientId: z.uuid(),
        version: z.int().min(1),
        name: nameSchema,
        zone: z.string().max(64).refine(isZone, "zone"),
        country: z.string().regex(/^[A-Z]{2}$/, "country"),
        coachId: z.uuid(),
        isArchived: z.boolean(),
      },
      output: z.object({ version: z.int() }),
    },
    updateClient,
  ),
  endBabyPrompts: change(
    "clients.endBabyPrompts",
    { input: { clientId: z.uuid() }, output: z.object({ ok: z.literal(true) }) },
    endBabyPrompts,
  ),
};

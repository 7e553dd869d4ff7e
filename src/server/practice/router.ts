import { z } from "zod";
import { daySchema } from "../../domain/shared/day.ts";
import { emailSchema } from "../../lib/email-address.ts";
import { t } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { addPhysio, checkCredential, inviteCoach } from "./commands.ts";
import { practiceChoicesSchema } from "../../domain/journey/practice-rules.ts";
import { found } from "./found.ts";
import { saveRules } from "./rules-commands.ts";
import { previewOf, previewSchema, rules, rulesSchema } from "./rules-queries.ts";
import { overview, overviewSchema, physios, physiosSchema } from "./queries.ts";

const name = z.string().trim().min(1, "required").max(120, "too_long");
const line = z.string().trim().min(2, "required").max(300, "too_long");

export const practiceRouter = t.router({
  found,
  overview: read("practice.overview", { input: {}, output: overviewSchema }, overview),
  physios: read("practice.physios", { input: {}, output: physiosSchema }, physios),
  addPhysio: change(
    "practice.addPhysio",
    {
      input: { name, email: emailSchema, clinic: z.string().trim().max(120, "too_long").nullable() },
      output: z.object({ physioId: z.uuid() }),
    },
    addPhysio,
  ),
  checkCredential: change(
    "practice.checkCredential",
    {
      input: {
        physioId: z.uuid(),
        registrationNumber: z.string().trim().min(2, "required").max(40, "too_long"),
        register: line,
        evidence: line,
        validUntil: daySchema,
        found: z.boolean(),
        /** What the register lists beside her name; the evidence says which conditions they are. */
        restriction: z.enum(["none", "noted", "excludes"]).nullish(),
      },
      output: z.object({ checkId: z.uuid() }),
    },
    checkCredential,
  ),
  rules: read("practice.rules", { input: {}, output: rulesSchema }, rules),
  previewRules: read(
    "practice.previewRules",
    { input: { choices: practiceChoicesSchema, cursor: z.uuid().nullable() }, output: previewSchema },
    previewOf,
  ),
  saveRules: change(
    "practice.saveRules",
    {
      input: { choices: practiceChoicesSchema, version: z.int().min(0) },
      output: z.object({ version: z.int() }),
    },
    saveRules,
  ),
  inviteCoach: change(
    "practice.inviteCoach",
    { input: { name, email: emailSchema }, output: z.object({ invitationId: z.uuid() }) },
    inviteCoach,
  ),
});

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { REGISTERS } from "../../domain/clearance/registers.ts";
import { env } from "../../env.ts";
import { isZone } from "../clock.ts";
import { change } from "../trpc/procedures.ts";

/** Where a practice can be: the countries whose titles, registers and help lines are known. */
export const COUNTRIES = REGISTERS.map((register) => register.country);

/** A person who coaches founds her practice and is its owner. */
export const found = change(
  "practice.found",
  {
    input: {
      name: z.string().trim().min(1, "required").max(120, "too_long"),
      country: z.string().refine((country) => COUNTRIES.includes(country), "country"),
      zone: z.string().max(64).refine(isZone, "zone"),
    },
    output: z.object({ practiceId: z.uuid() }),
  },
  async ({ tx }, { name, country, zone }) => {
    const practiceId = randomUUID();
    await tx.$executeRaw`
      SELECT app.found_practice(${practiceId}::uuid, ${randomUUID()}::uuid, ${name}, ${zone}, ${country}, ${env().DEMO})`;
    return { practiceId };
  },
);

import { z } from "zod";

/** Shapes of fields that several rooms' commands share. */

/** The client-made key of a command. It becomes the id of the fact: sent twice, it is one fact for ever. */
export const idSchema = z.uuid();
/** Free words of a person, trimmed; empty becomes null. */
export const wordsSchema = z
  .string()
  .trim()
  .max(4000)
  .nullable()
  .transform((text) => (text === "" ? null : text));
/** Words that must be there. */
export const reasonSchema = z.string().trim().min(1).max(2000);
/** 0 to 10, whole; null = not said (0 and not said differ). */
export const scaleSchema = z.int().min(0).max(10).nullable();
/** Minutes of one session, up to a day. */
export const minutesSchema = z.number().min(0).max(1440);

import { z } from "zod";
import { CONSENT_PURPOSES } from "../journey/facts.ts";

/**
 * The half-filled questionnaire as she typed it. Loose on purpose: "31 Feb" is kept too, so that nothing she wrote is
 * lost by a reload; sense is asked for when she finishes.
 */
const typed = z.string().max(40);

const draftBirthSchema = z.strictObject({
  bornOn: typed,
  mode: typed,
  tear: typed,
  babies: typed,
  gestationWeeks: typed,
});

export const intakeDraftSchema = z.strictObject({
  /** Where she was, to carry on from there. */
  page: typed,
  consents: z.partialRecord(z.enum(CONSENT_PURPOSES), z.boolean()),
  births: z.array(draftBirthSchema).min(1).max(8),
  feeding: typed,
  ranBeforeKmPerWeek: typed,
  pelvicHistory: typed,
  daysPerWeek: typed,
  minutesPerRun: typed,
  words: z.string().max(4000),
});
export type IntakeDraft = z.infer<typeof intakeDraftSchema>;
export type DraftBirth = IntakeDraft["births"][number];

export const EMPTY_BIRTH: DraftBirth = { bornOn: "", mode: "", tear: "", babies: "1", gestationWeeks: "" };

export const EMPTY_DRAFT: IntakeDraft = {
  page: "",
  consents: {},
  births: [EMPTY_BIRTH],
  feeding: "",
  ranBeforeKmPerWeek: "",
  pelvicHistory: "",
  daysPerWeek: "",
  minutesPerRun: "",
  words: "",
};

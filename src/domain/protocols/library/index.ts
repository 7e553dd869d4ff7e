import type { ProtocolContent } from "../grammar.ts";
import { RESTORATION, RESTORATION_CAESAREAN, RESTORATION_SPHINCTER_HOLD } from "./restoration.ts";
import { STRENGTH_S0, STRENGTH_S1, STRENGTH_S2, STRENGTH_S3, STRENGTH_S4 } from "./strength.ts";
import { TECHNIQUE } from "./technique.ts";
import { walkRunProtocol } from "./walk-run.ts";
import { walkingProtocol } from "./walking.ts";

/**
 * What every practice starts with. Drafts: written for this product from the sources beside each, to be reviewed by a
 * physio. A practice gets copies as its own versions; titles and notes are therefore part of the data, not of the
 * catalogue of words.
 */
export const LIBRARY: readonly ProtocolContent[] = [
  RESTORATION,
  RESTORATION_CAESAREAN,
  RESTORATION_SPHINCTER_HOLD,
  walkingProtocol(),
  STRENGTH_S0,
  STRENGTH_S1,
  STRENGTH_S2,
  STRENGTH_S3,
  STRENGTH_S4,
  TECHNIQUE,
  walkRunProtocol({ smallerSteps: false }),
  walkRunProtocol({ smallerSteps: true }),
];

import type { Scene } from "../scene.ts";
import { BALANCE } from "./balance.ts";
import { BREATH } from "./breath.ts";
import { CALF } from "./calf.ts";
import { CORE } from "./core.ts";
import { HIP } from "./hip.ts";
import { IMPACT } from "./impact.ts";
import { LEG } from "./leg.ts";
import { PELVIC_FLOOR } from "./pelvic-floor.ts";
import { TECHNIQUE } from "./technique.ts";
import { UPPER_BACK } from "./upper-back.ts";

/** Every drawing there is, by its name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  ...BREATH,
  ...PELVIC_FLOOR,
  ...CORE,
  ...HIP,
  ...LEG,
  ...CALF,
  ...UPPER_BACK,
  ...BALANCE,
  ...IMPACT,
  ...TECHNIQUE,
};

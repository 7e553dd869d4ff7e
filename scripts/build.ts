// `npm run build`: everything a start needs that asks no database, for an image or a machine that only serves.
import { ensureBuilt } from "./built.ts";
import { live } from "./life.ts";
import { step } from "./say.mjs";

live(async () => {
  await step("Building the app", ensureBuilt, (built) => (built ? "App built" : "App is built already"));
  return 0;
}, 130);

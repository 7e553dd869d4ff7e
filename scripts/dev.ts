// `npm run dev`: the app while it is being changed.
import { live } from "./life.ts";
import { serve } from "./serve.ts";

live(() => serve("dev"), 0);

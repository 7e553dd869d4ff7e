// `npm start`: the app as people use it.
import { live } from "./life.ts";
import { serve } from "./serve.ts";

live(() => serve("start"), 0);

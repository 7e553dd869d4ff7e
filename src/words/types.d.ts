import type { Words } from "./index.ts";

// Keys are checked by the compiler: a sentence that is not there does not compile.
declare module "use-intl" {
  interface AppConfig {
    Messages: Words;
  }
}

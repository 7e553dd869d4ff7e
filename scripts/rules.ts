// npm run rules: writes docs/rules.md.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { rulesPage } from "./rules-page.ts";
import { root } from "./sources.ts";

writeFileSync(path.join(root, "docs/rules.md"), rulesPage());
process.stdout.write("docs/rules.md is written.\n");

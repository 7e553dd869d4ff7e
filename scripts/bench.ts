// `npm run bench [-- name]`: what is measured in a real browser over the built app (`bench/*.bench.ts`): figures as ratios
// within one run, never as tests. The other files of `bench/` are run by themselves.
import path from "node:path";
import { ensureBuilt } from "./built.ts";
import { live, start } from "./life.ts";
import { root } from "./sources.ts";

live(async () => {
  await ensureBuilt();
  const child = start(
    path.join(root, "node_modules/.bin/playwright"),
    ["test", "-c", "bench", "--reporter=line", ...process.argv.slice(2)],
    { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" }, stdio: "inherit" },
  );
  return new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}, 130);

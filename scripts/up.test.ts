import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const up = path.join(import.meta.dirname, "up.mjs");
let home: string;
let program: ChildProcess | undefined;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "sevenstride-up-"));
});
afterEach(() => {
  program?.kill("SIGKILL");
  chmodSync(home, 0o755);
  rmSync(home, { recursive: true });
});

/** Types a command and waits for its end. `node` are Node's own options, `given` the settings. */
async function type(task: string, given: Record<string, string> = {}, node: string[] = []) {
  const env = { ...process.env, DATA_DIR: path.join(home, "data"), ...given };
  const child = spawn(process.execPath, [...node, up, task], { env, stdio: ["ignore", "pipe", "pipe"] });
  program = child;
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said += text.toString("utf8");
  });
  const [code] = await once(child, "close");
  return { code: Number(code), said: said.trim() };
}

/** As if the machine had this version: what a command sees of Node before it installs anything. */
const onNode = (version: string) => [
  "--import",
  `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`,
];

test.each(["18.20.8", "20.18.3", "14.21.3"])(
  "given Node %s, then it says which is needed",
  async (version) => {
    const { code, said } = await type("start", {}, onNode(version));
    expect(said).toBe(
      `Sevenstride needs Node 20.19 or newer to start, and this is Node ${version}: install a newer one and try again.`,
    );
    expect(code).toBe(1);
  },
);

test.each(["20.19.0", "22.0.0"])("given Node %s, then the door is open", async (version) => {
  const { said } = await type("nowhere", {}, onNode(version));
  expect(said).toBe('There is no task called "nowhere".');
});

test.each(["start", "dev"])(
  "given a port that is taken, when %s, then it says so and has touched nothing",
  async (task) => {
    const other: Server = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    try {
      const { code, said } = await type(task, { PORT: String(port), HOST: "127.0.0.1", APP_URL: "" });
      expect(said).toBe(
        `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${Number(port) + 1} npm start.`,
      );
      expect(code).toBe(1);
      expect(existsSync(path.join(home, "data"))).toBe(false);
    } finally {
      other.close();
    }
  },
);

test("given settings that make no sense, then each is named, and nothing is started", async () => {
  const { code, said } = await type("start", { PORT: "many", DEMO: "perhaps" });
  expect(said).toContain("PORT");
  expect(said).toContain("DEMO");
  expect(code).toBe(1);
  expect(existsSync(path.join(home, "data"))).toBe(false);
});

// Which Chromium drives the tests: the one that was asked for, the one from npm, Playwright's own, or the machine's.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type LaunchOptions } from "@playwright/test";

const MAC = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const LINUX = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];

/** The packages' Chromium is built for Linux with glibc on 64 bits. */
const RUNS_FROM_NPM =
  process.platform === "linux" &&
  process.arch === "x64" &&
  "glibcVersionRuntime" in (process.report.getReport() as { header: object }).header;

/**
 * How to launch a Chromium on this machine. E2E_BROWSER names one: a program, `npm` for the one that comes with the
 * packages, or `system`. Without it the packages' own is taken where it runs: one version for everybody, and a shell
 * without a window needs a fifth less of the processor than a whole browser. Throws an error that says what to do where
 * none is found.
 */
export function browserLaunch(): LaunchOptions {
  const asked = process.env["E2E_BROWSER"];
  // Chromium's own sandbox does not work for root, and this one only ever opens our own pages.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (asked === "npm" || (!asked && RUNS_FROM_NPM)) return { ...fromNpm(), args };
  if (asked && asked !== "system") return { executablePath: asked, args };
  if (existsSync(chromium.executablePath())) return { args };
  const system = onThisMachine();
  return system ? { executablePath: system, args } : { ...fromNpm(), args };
}

function onThisMachine(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => LINUX.map((name) => path.join(folder, name)));
  return [...candidates, ...MAC].find((file) => existsSync(file));
}

/** `@sparticuz/chromium` holds Chromium and the few libraries it needs, packed; unpacked once, beside the packages. */
function fromNpm(): LaunchOptions {
  if (!RUNS_FROM_NPM)
    throw new Error(
      "No Chromium was found: install Chrome or Chromium, or run npx playwright install chromium, or name one with E2E_BROWSER.",
    );
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const packed = path.resolve(path.dirname(entry), "../bin");
  const home = path.resolve(packed, "../../../.cache/sevenstride-chromium");
  if (!existsSync(home)) unpack(packed, home);
  // Its `args` are left alone: with --single-process it dies when a second context opens.
  return {
    executablePath: path.join(home, "chromium"),
    env: { ...definedEnv(), LD_LIBRARY_PATH: path.join(home, "lib") },
  };
}

function unpack(packed: string, home: string): void {
  const draft = `${home}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const open = (name: string) => brotliDecompressSync(readFileSync(path.join(packed, name)));
  writeFileSync(path.join(draft, "chromium"), open("chromium.br"));
  chmodSync(path.join(draft, "chromium"), 0o755);
  for (const archive of ["al2023.tar.br", "swiftshader.tar.br"]) {
    const { status, stderr } = spawnSync("tar", ["-x", "-C", draft], { input: open(archive) });
    if (status !== 0) throw new Error(`Cannot unpack ${archive}: ${String(stderr)}`);
  }
  try {
    renameSync(draft, home);
  } catch {
    rmSync(draft, { recursive: true }); // somebody else was quicker
  }
}

const definedEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

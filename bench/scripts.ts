// `node bench/scripts.ts [page]`: how much script each page of the last build sends to a browser of today, gzipped, most
// first; with a page (`/physio/open`) its files one by one and what is in each. Inline data of a page is not in it. Goal of
// the physio's door: under 150 KB; what the framework sends for an empty page stands in the first line. Run `npm run build`
// before.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const OUTPUT = path.join(import.meta.dirname, "../.next");
const APP = path.join(OUTPUT, "server/app");

type Manifest = {
  readonly clientModules: Readonly<Record<string, { readonly chunks: readonly string[] }>>;
  readonly entryJSFiles: Readonly<Record<string, readonly string[]>>;
};

const read = (file: string) => readFileSync(path.join(OUTPUT, file), "utf8");
const sizes = new Map<string, number>();

/** Gzipped size of a file in bytes. */
function sizeOf(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(OUTPUT, file)), { level: 9 }).length;
  sizes.set(file, known);
  return known;
}

function manifestOf(file: string): Manifest {
  const text = readFileSync(file, "utf8");
  return JSON.parse(text.slice(text.indexOf("] = {") + 4).replace(/;\s*$/, "")) as Manifest;
}

/** What belongs to a page: its own segment and the frames around it, its errors and what is shown for an unknown address. */
function filesOf(page: string, { entryJSFiles }: Manifest): ReadonlySet<string> {
  const segments = page.split("/");
  const frames = segments.map((_, at) => segments.slice(0, at).join("/"));
  const isAround = (entry: string) => {
    const [folder, kind] = [path.posix.dirname(entry), path.posix.basename(entry)];
    return entry === page || (kind !== "page" && frames.includes(folder === "/" ? "" : folder));
  };
  const files = Object.entries(entryJSFiles)
    .filter(([entry]) => isAround(entry.replace(/^.*?\/src\/app/, "")))
    .flatMap(([, list]) => list);
  return new Set(files);
}

const { rootMainFiles } = JSON.parse(read("build-manifest.json")) as { rootMainFiles: string[] };
const sumOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
const inKB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} KB`;
const say = (line: string) => process.stdout.write(`${line}\n`);

const manifests = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page_client-reference-manifest.js"))
  .map((file) => ({
    page: `/${file.replace("_client-reference-manifest.js", "").replaceAll(path.sep, "/")}`,
    manifest: manifestOf(path.join(APP, file)),
  }));
const shown = (page: string) => page.replace(/\/\([^)]*\)/g, "").replace(/\/page$/, "") || "/";

const wanted = process.argv[2];
if (!existsSync(APP)) throw new Error("nothing is built: npm run build");
say(`${inKB(sumOf(rootMainFiles))}  the framework's own, on every page`);
for (const { page, manifest, files } of manifests
  .map(({ page, manifest }) => ({
    page,
    manifest,
    files: new Set([...rootMainFiles, ...filesOf(page, manifest)]),
  }))
  .toSorted((a, b) => sumOf(b.files) - sumOf(a.files))) {
  if (wanted !== undefined && shown(page) !== wanted) continue;
  say(`${inKB(sumOf(files))}  ${shown(page)}`);
  if (wanted === undefined) continue;
  for (const file of [...files].toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const holds = Object.entries(manifest.clientModules)
      .filter(([name, { chunks }]) => !name.includes(" <") && chunks.some((chunk) => chunk.endsWith(file)))
      .map(([name]) => name.replace("[project]/", "").replace(/^node_modules\/next\/dist\//, "next/"));
    say(`${inKB(sizeOf(file))}    ${file}  ${holds.slice(0, 6).join(" ")}${holds.length > 6 ? " …" : ""}`);
  }
}

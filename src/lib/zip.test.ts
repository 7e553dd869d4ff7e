import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { unpack } from "./unpack.ts";
import { type ZipFile, zipOf } from "./zip.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const LIMITS = { bytes: 1e7, allBytes: 1e8, files: 100 };

async function zipped(files: readonly ZipFile[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of zipOf(
    (async function* () {
      yield* files;
    })(),
  ))
    parts.push(part);
  return Buffer.concat(parts);
}

describe("a zip", () => {
  test("gives back what went in: folders, accents, empty and large files", async () => {
    const files = [
      { name: "my-data.json", bytes: Buffer.from('{"a":1}') },
      { name: "letters/Ōtautahi – note.pdf", bytes: randomBytes(300_000) },
      { name: "letters/empty.txt", bytes: new Uint8Array() },
    ];
    const found = unpack("all.zip", await zipped(files), LIMITS);
    expect(found.map((one) => one.name)).toEqual(
      // Ours forgets folders on purpose.
      files.map((one) => path.basename(one.name)),
    );
    for (const [at, one] of found.entries())
      expect("bytes" in one && Buffer.from(one.bytes).equals(Buffer.from(files[at]!.bytes))).toBe(true);
  });

  test("of nothing is a zip of nothing", async () => {
    expect((await zipped([])).length).toBe(22);
  });

  test.skipIf(!hasPython)("is read by a reader that is none of ours", async () => {
    const read = `import io,sys,zipfile
z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); assert z.testzip() is None
print([i.filename for i in z.infolist()], z.read('b/é.txt').decode())`;
    const zip = await zipped([{ name: "b/é.txt", bytes: Buffer.from("kia ora ".repeat(50)) }]);
    const env = { ...process.env, PYTHONIOENCODING: "utf8" };
    const said = execFileSync("python3", ["-c", read], { input: zip, env }).toString();
    expect(said).toContain("['b/é.txt'] kia ora kia ora");
  });
});

/** The bytes of a body, or why they were not read to the end. The claimed length is believed only when it is too much. */
export async function readBody(
  request: Request,
  limit: number,
  milliseconds = 120_000,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; problem: "too_big" | "broken" }> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return { ok: false, problem: "too_big" };
  if (!request.body) return { ok: true, bytes: new Uint8Array() };
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  // One byte a second would hold a connection for months.
  const slow = setTimeout(() => void reader.cancel("too slow"), milliseconds);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel("too big");
        return { ok: false, problem: "too_big" };
      }
      parts.push(value);
    }
  } catch {
    return { ok: false, problem: "broken" };
  } finally {
    clearTimeout(slow);
  }
  const claimed = request.headers.get("content-length");
  if (claimed !== null && Number(claimed) !== size) return { ok: false, problem: "broken" };
  return { ok: true, bytes: Buffer.concat(parts) };
}

// A small S3 of our own for tests: put, get, list and delete of objects in one bucket, with every signature checked as the published
// rules of "AWS Signature Version 4" have it, by other code than signs it. Its objects lie open, to be meddled with.
import { createHash, createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

export type Signed = {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** The signature a request should have, out of the parts its Authorization header names. */
export function signatureOf({ method, url, headers }: Signed, secret: string): string {
  const [, credential = "", names = ""] =
    /Credential=([^,]+),\s*SignedHeaders=([^,]+)/.exec(headers["authorization"] ?? "") ?? [];
  const [, day = "", region = "", service = ""] = credential.split("/");
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
  const canonical = [
    method,
    url.pathname,
    query.join("&"),
    ...names.split(";").map((name) => `${name}:${(headers[name] ?? "").trim()}`),
    "",
    names,
    headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString("hex");
}

/** Starts one on this machine. `url` is what the settings want; `fails` makes it answer everything with that status. */
export async function s3Server() {
  const [key, secret, bucket] = ["LETTERS", "s3cr/t+with odd signs", "/letters"];
  const state = { objects: new Map<string, Buffer>(), since: new Map<string, Date>(), fails: 0 };
  /** Two at a time, in the order of names, as ListObjectsV2 tells it. */
  const list = (after: string) => {
    const names = [...state.objects.keys()].toSorted().filter((name) => name > after);
    const told = names.slice(0, 2);
    const contents = told.map(
      (name) =>
        `<Contents><Key>${name}</Key><LastModified>${(state.since.get(name) ?? new Date()).toISOString()}</LastModified></Contents>`,
    );
    const more = names.length > told.length;
    const next = more ? `<NextContinuationToken>${told.at(-1)}&amp;</NextContinuationToken>` : "";
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`;
  };
  const answer = (request: http.IncomingMessage, body: Buffer): [number, Buffer | string] => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const headers = request.headers as Record<string, string>;
    const authorization = headers["authorization"] ?? "";
    if (state.fails > 0) return [state.fails, ""];
    if (!authorization.startsWith(`AWS4-HMAC-SHA256 Credential=${key}/`)) return [403, "InvalidAccessKeyId"];
    const right = signatureOf({ method: request.method ?? "", url, headers }, secret);
    if (!authorization.endsWith(`Signature=${right}`)) return [403, "SignatureDoesNotMatch"];
    if (headers["x-amz-content-sha256"] !== sha256(body)) return [400, "XAmzContentSHA256Mismatch"];
    if (url.pathname === bucket && url.searchParams.get("list-type") === "2")
      return [200, list((url.searchParams.get("continuation-token") ?? "").replace(/&$/, ""))];
    if (!url.pathname.startsWith(`${bucket}/`)) return [404, "NoSuchBucket"];
    const name = url.pathname.slice(bucket.length + 1);
    if (request.method === "DELETE") return [state.objects.delete(name) ? 204 : 404, ""];
    if (request.method === "PUT") state.objects.set(name, body);
    const object = state.objects.get(name);
    return object ? [200, request.method === "GET" ? object : ""] : [404, "NoSuchKey"];
  };
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const [status, body] = answer(request, Buffer.concat(parts));
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const urlWith = (password: string) =>
    `http://${key}:${encodeURIComponent(password)}@127.0.0.1:${port}${bucket}?region=ap-southeast-2`;
  return {
    state,
    url: urlWith(secret),
    urlOfStranger: urlWith("another secret"),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

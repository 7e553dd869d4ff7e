import { z } from "zod";
import { type ProtocolContent, protocolContentSchema } from "./grammar.ts";
import { type Reading, readProtocol } from "./problems.ts";

/**
 * A protocol as a file: the version's data and nothing of the practice it comes from (no ids, no client, no review),
 * so that it can be given away, kept, and read by other programs.
 */

/** Where the grammar of such a file is published, on every installation. A later grammar gets an address of its own. */
export const SCHEMA_PATH = "/schemas/protocol-1.json";

/** The longest shipped file has 47,000 characters; one that grows to five hours of running about 300,000. */
export const FILE_LONGEST = 500_000;
/** Characters of a file without its white space: what one request to the server can carry. */
export const SENT_LONGEST = 200_000;

/**
 * The file of a version, ending with a line break.
 * @param origin of this installation ("https://example.org"), so that an editor finds the schema.
 */
export function exportProtocol(content: ProtocolContent, origin: string): string {
  return `${JSON.stringify({ $schema: `${origin}${SCHEMA_PATH}`, ...content }, null, 2)}\n`;
}

/**
 * Reads such a file. Never throws: answers with the content, or with every problem and its path (the empty path is the
 * file itself).
 * @param exercises ids that exist (shipped and the practice's own).
 */
export function importProtocol(text: string, exercises: ReadonlySet<string>): Reading {
  if (text.length > FILE_LONGEST) {
    return { ok: false, problems: [{ path: [], code: "file_too_long", bound: FILE_LONGEST }] };
  }
  const raw = parse(text);
  if (raw === undefined) return { ok: false, problems: [{ path: [], code: "not_json" }] };
  return readProtocol(withoutSchema(raw), exercises);
}

function parse(text: string): unknown {
  try {
    // Some editors put a byte order mark first, which JSON does not know.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** `$schema` is for editors: whatever it says, the grammar is ours. */
function withoutSchema(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  const { $schema: _, ...content } = raw as { readonly $schema?: unknown };
  return content;
}

type JsonSchema = { readonly [key: string]: unknown };

/**
 * The grammar as JSON Schema (draft 2020-12): shape, bounds, choices. What compares two places of a file (a range
 * upside down, a source not listed, running in a strength protocol) no schema can say; the import does.
 */
export function protocolJsonSchema(): JsonSchema {
  const { $schema, properties, ...rest } = z.toJSONSchema(protocolContentSchema);
  return {
    $schema,
    $id: "urn:sevenstride:schema:protocol-1",
    title: "Sevenstride protocol, grammar 1",
    description:
      "Levels, sessions and blocks of one protocol version. Reading it in checks more than this schema can say.",
    ...rest,
    properties: { $schema: { type: "string" }, ...properties },
  };
}

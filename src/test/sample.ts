// A smallest valid input for a procedure, from its own schema: so that a test can call every procedure there is.
import { randomUUID } from "node:crypto";
import { z } from "zod";

type Schema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
};

const DAY_NAME = /(On|By|[dD]ay|Until|until)$/;
const EMAIL_NAME = /email/i;

function text(name: string, schema: Schema): string {
  if (schema.format === "uuid") return randomUUID();
  if (schema.format === "email" || EMAIL_NAME.test(name)) return "someone@example.org";
  if (schema.format === "date" || DAY_NAME.test(name)) return new Date().toISOString().slice(0, 10);
  if (name === "zone") return "Pacific/Auckland";
  if (name === "country") return "NZ";
  return "word".padEnd(schema.minLength ?? 0, "s");
}

function value(name: string, schema: Schema): unknown {
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.[0]) return value(name, choice.find((option) => option.type === "null") ?? choice[0]);
  if (Array.isArray(schema.type))
    return schema.type.includes("null") ? null : value(name, { ...schema, type: schema.type[0] ?? "null" });
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, value(key, schema.properties?.[key] ?? {})]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => value(name, schema.items ?? {}));
    case "integer":
    case "number":
      return schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return text(name, schema);
  }
}

/** The smallest input the schema takes, with ids nobody has. `ids` puts known values under their names. */
export function sampleInput(schema: z.ZodType, ids: Record<string, unknown> = {}): unknown {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  const made = value("input", json);
  if (made === null || typeof made !== "object") return made;
  const known = Object.entries(ids).filter(([name]) => name in (json.properties ?? {}));
  return {
    ...made,
    ...Object.fromEntries(
      known.map(([name, id]) => [name, Array.isArray((made as Record<string, unknown>)[name]) ? [id] : id]),
    ),
  };
}

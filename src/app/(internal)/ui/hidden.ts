import { notFound } from "next/navigation";
import { env } from "@/env.ts";

/** Keeps the internal pages out of everything but development and demos. */
export function onlyForBuilders(): void {
  if (env().NODE_ENV === "production" && !env().DEMO) notFound();
}

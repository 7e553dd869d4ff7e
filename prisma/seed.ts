import { seedDemo } from "./seed/demo.ts";

/** Called by the launcher on an installation with a demo; writes nothing that is there already. */
export async function seed(ownerUrl: string): Promise<void> {
  await seedDemo(ownerUrl);
}

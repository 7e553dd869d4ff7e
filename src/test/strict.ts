// Whatever complains on console.error fails the test that made it complain.
import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

const complaints: string[] = [];
// oxlint-disable-next-line no-console -- this is what catches it
console.error = (...words: unknown[]) => void complaints.push(format(...words));

beforeEach(() => void complaints.splice(0));
afterEach(() => {
  if (complaints.length > 0) throw new Error(`console.error was called:\n${complaints.splice(0).join("\n")}`);
});

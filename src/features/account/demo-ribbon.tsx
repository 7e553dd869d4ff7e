import { Ribbon } from "@/ui/ribbon.tsx";
import { words } from "@/words/server.ts";

/** Says on every page of a demo that it is one. For a shell's `ribbon`. */
export function DemoRibbon({ show }: { show: boolean }) {
  return show ? <Ribbon>{words("common")("demo")}</Ribbon> : null;
}

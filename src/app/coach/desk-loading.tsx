import { LoadingState } from "@/ui/skeleton.tsx";
import { words } from "@/words/server.ts";

/** A room of the desk that is on its way: the ways stay, and what comes has its place. */
export function DeskLoading({ shape }: { shape: "rows" | "cards" }) {
  return <LoadingState label={words("coach")("loading")} shape={shape} count={shape === "rows" ? 6 : 3} />;
}

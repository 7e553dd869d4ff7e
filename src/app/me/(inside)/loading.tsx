import { LoadingState } from "@/ui/skeleton.tsx";
import { words } from "@/words/server.ts";

export default function LoadingPage() {
  return <LoadingState label={words("mum")("state.loading")} shape="cards" />;
}

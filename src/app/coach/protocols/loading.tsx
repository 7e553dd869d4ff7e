import { LoadingState } from "@/ui/skeleton.tsx";
import { words } from "@/words/server.ts";

export default function ProtocolsLoading() {
  return <LoadingState label={words("tests")("protocols.loading")} shape="rows" count={6} />;
}

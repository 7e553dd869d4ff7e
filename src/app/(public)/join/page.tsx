import type { Metadata } from "next";
import { hasDemoMailbox } from "@/env.ts";
import { Join } from "@/features/account/join.tsx";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("account")("join.title") };

export default function JoinPage() {
  return (
    <PublicFrame width="narrow">
      <Join hasDemoMailbox={hasDemoMailbox()} />
    </PublicFrame>
  );
}

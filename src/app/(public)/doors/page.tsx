import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasDemoMailbox } from "@/env.ts";
import { doorHref, Doors } from "@/features/account/doors.tsx";
import { Enrol } from "@/features/account/enrol.tsx";
import { FoundPractice } from "@/features/account/found-practice.tsx";
import { nextFrom, onwards } from "@/features/account/next.ts";
import { ProvePage } from "@/features/account/prove-page.tsx";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { whereTo, whoIs } from "@/features/account/who-is.ts";
import { DataProvider } from "@/trpc/react.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("common")("product") };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** After signing in: the second factor where one is wanted, then through her door. Several doors: she chooses. */
export default async function DoorsPage({ searchParams }: Props) {
  const next = nextFrom((await searchParams).next);
  const way = await whereTo();
  if (!way) redirect(onwards("/sign-in", next));
  if (way.kind === "doors") {
    const [only, ...more] = way.doors.filter(
      (door) => !next || next.startsWith("/account") || opens(door.area, next),
    );
    if (only && more.length === 0) redirect(doorHref(only, next));
  }
  return (
    <PublicFrame width="narrow">
      {way.kind === "prove" && (
        <ProvePage passkey={way.passkey} generator={way.generator} next={onwards("/doors", next)} />
      )}
      {way.kind === "enrol" && (
        <Enrol
          next={onwards("/doors", next)}
          email={(await whoIs("person")).email ?? ""}
          hasDemoMailbox={hasDemoMailbox()}
        />
      )}
      {way.kind === "found" && (
        <DataProvider area="person">
          <FoundPractice />
        </DataProvider>
      )}
      {way.kind === "doors" && <Doors doors={way.doors} next={next} />}
    </PublicFrame>
  );
}

const AREA_PATH = { coach: "/coach", client: "/me", physio: "/physio" } as const;

/** True when the page she wanted lies behind this door. */
function opens(area: keyof typeof AREA_PATH, next: string): boolean {
  return next.startsWith(AREA_PATH[area]);
}

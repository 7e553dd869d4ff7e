import { CalendarDays, Footprints, HeartHandshake, MessageCircle, Settings, Sun } from "lucide-react";
import { cookies } from "next/headers";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { SomethingWrong } from "@/features/check-in/something-wrong.tsx";
import { HAND_COOKIE, handFrom } from "@/lib/device.ts";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PhoneShell } from "@/ui/phone-shell.tsx";
import { Ribbon } from "@/ui/ribbon.tsx";
import { words } from "@/words/server.ts";
import { me } from "../load.ts";
import { WaitingBanner } from "../waiting-banner.tsx";

const t = words("mum");

export default async function InsideLayout({ children }: { children: ReactNode }) {
  const { id, country, zone, day, isDemo, pain } = await me();
  const hand = handFrom((await cookies()).get(HAND_COOKIE)?.value);
  const items = [
    { href: "/me", label: t("nav.today"), icon: <Sun />, exact: true },
    { href: "/me/steps", label: t("nav.steps"), icon: <Footprints /> },
    { href: "/me/plan", label: t("nav.plan"), icon: <CalendarDays /> },
    { href: "/me/messages", label: t("nav.messages"), icon: <MessageCircle /> },
    { href: "/me/care", label: t("nav.care"), icon: <HeartHandshake /> },
  ];
  return (
    <PhoneShell
      brand={<Wordmark href="/me" link={NextLink} />}
      items={items}
      words={{ skip: t("nav.skip"), nav: t("nav.label") }}
      hand={hand}
      ribbon={isDemo ? <Ribbon>{words("common")("demo")}</Ribbon> : undefined}
      corner={
        <NextLink
          href="/me/settings"
          aria-label={t("nav.settings")}
          className="flex size-12 items-center justify-center rounded-control text-primary hover:bg-primary-soft"
        >
          <Settings aria-hidden className="size-6" />
        </NextLink>
      }
      action={
        <SomethingWrong owner={id} country={country} zone={zone} day={day} pain={pain} session={null} />
      }
    >
      <WaitingBanner />
      {children}
    </PhoneShell>
  );
}

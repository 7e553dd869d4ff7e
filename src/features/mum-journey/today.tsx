"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Path } from "@/ui/path/path.tsx";
import { dayInWords } from "@/words/days.ts";
import NextLink from "next/link";
import { BabyWord } from "./baby-word.tsx";
import { ConfirmCard } from "./confirm-card.tsx";
import { HoldCard } from "./hold-card.tsx";
import { Failed, Loading } from "./states.tsx";
import { useStations } from "./stations.ts";
import { WalkingCard } from "./walking-meter.tsx";

export type TodayAnswer = Outputs["plans"]["today"];

/** What the page lends from the room of symptoms. */
export type TodayLent = {
  readonly renderEcho: (today: TodayAnswer) => ReactNode;
  readonly renderRedFlag: (today: TodayAnswer) => ReactNode;
};

/** The shortest version of a session, minutes: below it there is nothing shorter to offer. */
const SHORTEST = 5;

/** Today: one thing, one big button; then where she stands. */
export function Today({ renderEcho, renderRedFlag }: TodayLent) {
  const trpc = useTRPC();
  const query = useQuery(trpc.plans.today.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  return <Shown today={query.data} echo={renderEcho(query.data)} redFlag={renderRedFlag(query.data)} />;
}

function Shown({ today, echo, redFlag }: { today: TodayAnswer; echo: ReactNode; redFlag: ReactNode }) {
  const t = useTranslations("mum");
  const { self, day } = today;
  const [first = self.name] = self.name.split(" ");
  return (
    <>
      <PageHeader over={dayInWords(day, "long")} title={t("today.hello", { name: first })} />
      <div className="space-y-5">
        {redFlag ?? (
          <>
            {echo}
            {today.confirm && <ConfirmCard {...today.confirm} />}
            {today.holds.map((hold) => (
              <HoldCard key={hold.ids.join()} hold={hold} />
            ))}
            <TheThing today={today} />
          </>
        )}
        <Also today={today} />
        <Steps today={today} />
        {today.steps.some((step) => step.id === "walking" && step.status !== "locked") && (
          <WalkingCard walking={today.walking} />
        )}
        {today.babyMonths !== null && !redFlag && <BabyWord months={today.babyMonths} day={day} />}
        {today.isCheckInDue && !redFlag && (
          <Card title={t("today.checkIn")}>
            <p>{t("today.checkInBody")}</p>
            <Button asChild variant="secondary" className="mt-4">
              <NextLink href="/me/check-in">{t("today.checkInGo")}</NextLink>
            </Button>
          </Card>
        )}
        {!redFlag && (
          <Link href="/me/life" variant="alone">
            {t("life.link")}
          </Link>
        )}
      </div>
    </>
  );
}

/** While somebody else is to act; otherwise a card above says what is hers to do. */
const WAITS: ReadonlySet<string> = new Set([
  "see_physio",
  "coach_writes_to_physio",
  "plan_paused",
  "coach_plans",
]);

/** Do, done, or rest; before her plan, what happens next and who is awaited. */
function TheThing({ today }: { today: TodayAnswer }) {
  const t = useTranslations("mum");
  const [session] = today.sessions;
  if (session) return <DoCard session={session} />;
  if (today.done.length > 0) {
    return (
      <Card variant="feature" title={t("today.doneTitle")}>
        <p>{t("today.doneBody", { count: today.done.length })}</p>
        <DoneList today={today} />
      </Card>
    );
  }
  const { next } = today;
  if (next.code === "rest_until") {
    return (
      <Card variant="feature" title={t("today.restTitle")}>
        <p>{t("today.restBody", { day: dayInWords(next.on, "long") })}</p>
      </Card>
    );
  }
  return WAITS.has(next.code) ? <Awaited today={today} /> : null;
}

function DoCard({ session }: { session: TodayAnswer["sessions"][number] }) {
  const t = useTranslations("mum");
  return (
    <Card variant="feature" over={session.levelTitle}>
      <p className="font-heading font-medium text-4xl">{t(`kind.${session.kind}`)}</p>
      <p className="mt-2 flex items-center gap-2 text-lg">
        <Clock aria-hidden className="size-5" />
        {t("minutes", { minutes: Math.round(session.minutes) })}
      </p>
      <Button asChild wide size="large" className="mt-6">
        <NextLink href={`/me/session/${session.planId}`}>{t("today.start")}</NextLink>
      </Button>
      {session.minutes > SHORTEST && <p className="mt-3 text-ink-soft text-sm">{t("today.short")}</p>}
    </Card>
  );
}

function Awaited({ today }: { today: TodayAnswer }) {
  const t = useTranslations("mum");
  const { awaited, self } = today;
  const coach = self.coach;
  return (
    <Card variant="feature" title={t("today.waitTitle")}>
      <div className="space-y-2 text-lg">
        {awaited ? (
          <p>
            {t("today.seePhysio", { physio: awaited.physio ?? "none" })}{" "}
            <span className="text-ink-soft">{t("today.seePhysioDays", { days: awaited.days })}</span>
          </p>
        ) : (
          <p>{t(awaitedWords(today), { coach })}</p>
        )}
        <p className="text-base text-ink-soft">{t("today.meanwhile", { coach })}</p>
      </div>
    </Card>
  );
}

/** What the coach is about to do for her. */
function awaitedWords({ next, walking }: TodayAnswer) {
  if (next.code === "coach_writes_to_physio") return "today.coachWrites";
  if (next.code === "plan_paused") return "today.planPaused";
  return walking.evidence.length > 0 ? "today.coachPlansAgain" : "today.coachPlans";
}

/** Everything else of the day, quietly. */
function Also({ today }: { today: TodayAnswer }) {
  const t = useTranslations("mum");
  const others = today.sessions.slice(1);
  return (
    <>
      {others.length > 0 && (
        <section>
          <h2 className="text-xl">{t("today.alsoToday")}</h2>
          <ul className="mt-2 space-y-2">
            {others.map((session) => (
              <li key={session.planId}>
                <Button asChild wide variant="secondary">
                  <NextLink href={`/me/session/${session.planId}`}>
                    <span className="flex-1 text-start">{t(`kind.${session.kind}`)}</span>
                    <span className="font-normal text-ink-soft">
                      {t("minutes", { minutes: Math.round(session.minutes) })}
                    </span>
                  </NextLink>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {today.sessions.length > 0 && today.done.length > 0 && (
        <section>
          <h2 className="text-xl">{t("today.doneList")}</h2>
          <DoneList today={today} />
        </section>
      )}
    </>
  );
}

function DoneList({ today }: { today: TodayAnswer }) {
  const t = useTranslations("mum");
  return (
    <ul className="mt-1">
      {today.done.map((log) => (
        <li key={log.logId} className="flex items-center gap-2">
          <CalendarCheck aria-hidden className="size-5 shrink-0 text-good" />
          <NextLink href={`/me/log/${log.logId}`} className="flex min-h-12 flex-1 items-center underline">
            {t("today.doneLine", {
              kind: t(`kind.${log.kind}`),
              minutes: Math.max(1, Math.round(log.minutes)),
            })}
          </NextLink>
        </li>
      ))}
    </ul>
  );
}

function Steps({ today }: { today: TodayAnswer }) {
  const t = useTranslations("mum");
  const { stations, words } = useStations(today.steps);
  return (
    <Card
      title={t("today.path")}
      aside={
        today.weeksSinceBirth === null ? undefined : (
          <span className="text-ink-soft text-sm">{t("today.weeks", { weeks: today.weeksSinceBirth })}</span>
        )
      }
    >
      <Path size="card" stations={stations} words={words} label={t("today.path")} />
      <div className="mt-2 flex flex-wrap gap-x-6">
        <Link href="/me/steps" variant="alone">
          {t("today.allSteps")}
        </Link>
        <Link href="/me/running" variant="alone">
          {t("today.toRunning")}
        </Link>
      </div>
    </Card>
  );
}

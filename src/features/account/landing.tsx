import NextLink from "next/link";
import { STEPS } from "@/domain/journey/steps.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Path } from "@/ui/path/path.tsx";
import type { PathStations, PathWords } from "@/ui/path/types.ts";
import { words } from "@/words/server.ts";

/** Nobody's path yet: the stations have names and no state. */
const WITHOUT_STATES: PathWords = { locked: "", open: "", active: "", held: "", done: "", current: "" };

type LandingProps = { isDemo: boolean };

/** The front door: what it is, in one look, and the ways in. */
export function Landing({ isDemo }: LandingProps) {
  const t = words("account");
  const step = words("journey");
  const stations = STEPS.map(({ id }) => ({
    id,
    label: step(`steps.${id}.title`),
    state: "open" as const,
    note: step(`steps.${id}.what`),
  })) as unknown as PathStations;
  return (
    <div className="space-y-14 sm:space-y-20">
      <header className="max-w-[46rem] pt-4 sm:pt-10">
        <h1 className="font-heading font-medium text-4xl leading-[1.08] tracking-[-0.02em] sm:text-6xl">
          {t("landing.title")}
        </h1>
        <p className="mt-5 text-ink-soft text-lg sm:text-xl">{t("landing.lead")}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button asChild size="large">
            <NextLink href="/sign-in">{isDemo ? t("landing.demo") : t("landing.signIn")}</NextLink>
          </Button>
          <Button asChild size="large" variant="secondary">
            <NextLink href="/sign-up">{t("landing.signUp")}</NextLink>
          </Button>
        </div>
      </header>
      <section>
        <Path stations={stations} words={WITHOUT_STATES} label={t("landing.pathLabel")} />
      </section>
      <section className="grid gap-5 md:grid-cols-3">
        {(["coach", "mum", "physio"] as const).map((who) => (
          <Card key={who} title={t(`landing.${who}Title`)}>
            <p>{t(`landing.${who}Body`)}</p>
          </Card>
        ))}
      </section>
      <p className="max-w-[46rem] text-ink-soft">{t("landing.not")}</p>
    </div>
  );
}

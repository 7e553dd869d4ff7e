import NextLink from "next/link";
import { STEPS } from "@/domain/journey/steps.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { words } from "@/words/server.ts";

type LandingProps = { isDemo: boolean };

/** The front door: what it is, in one look, and the ways in. */
export function Landing({ isDemo }: LandingProps) {
  const t = words("account");
  const step = words("journey");
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
      <section aria-labelledby="path">
        <h2 id="path" className="sr-only">
          {t("landing.pathLabel")}
        </h2>
        <ol className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map(({ id }, index) => (
            <li key={id} className="flex gap-4 border-line border-t py-4">
              <span className="font-heading text-2xl text-accent leading-none">{index + 1}</span>
              <span>
                <span className="block font-semibold">{step(`steps.${id}.title`)}</span>
                <span className="block text-ink-soft">{step(`steps.${id}.what`)}</span>
              </span>
            </li>
          ))}
        </ol>
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

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import type { ThemeChoice } from "@/ui/theme.ts";
import { ThemeSwitch } from "@/ui/theme-switch.tsx";
import { ActionButton } from "./action-button.tsx";
import { GeneratorCard } from "./generator-card.tsx";
import { PasskeysCard } from "./passkeys-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import type { Problem } from "./post-step.ts";
import { Prove } from "./prove.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

/** What every card of the page may ask of it. */
export type FactorCardProps = {
  /** Something changed: look again, and show new recovery codes if there are any. */
  onChanged: (recoveryCodes?: readonly string[]) => void;
  /** True when the page takes care of the problem: she shows first that it is she. */
  onProblem: (problem: Problem) => void;
};

type AccountPageProps = {
  hasDemoMailbox: boolean;
  /** What this device chose before. */
  theme: ThemeChoice;
};

/** How she signs in, and where she is signed in. */
export function AccountPage({ hasDemoMailbox, theme }: AccountPageProps) {
  const t = useTranslations("account.page");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const factors = useQuery(trpc.account.factors.queryOptions({}));
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [mustProve, setMustProve] = useState(false);

  if (factors.isPending) return <LoadingState label={t("loading")} shape="cards" />;
  if (factors.isError)
    return <ErrorState title={t("failed")} actions={<Again onPress={() => void factors.refetch()} />} />;
  const { email, passkeys, generator, password, recoveryCodesLeft } = factors.data;
  const hasFactor = generator || passkeys.length > 0;
  const proved = () => {
    setMustProve(false);
    void queries.invalidateQueries();
  };
  if (mustProve)
    return (
      <Card title={t("proveTitle")}>
        {hasFactor ? (
          <>
            <p className="mb-4">{t("proveLead")}</p>
            <Prove passkey={passkeys.length > 0} generator={generator} onDone={proved} />
          </>
        ) : (
          <SignInAgain email={email} hasDemoMailbox={hasDemoMailbox} onDone={proved} />
        )}
      </Card>
    );
  const card: FactorCardProps = {
    onChanged: (recoveryCodes = []) => {
      if (recoveryCodes.length > 0) setCodes(recoveryCodes);
      void queries.invalidateQueries();
    },
    onProblem: (problem) => setMustProve(problem.code === "prove"),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Link href="/doors" variant="alone">
            {t("back")}
          </Link>
        }
      />
      <div className="space-y-5">
        {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
        <p className="[overflow-wrap:anywhere]">{t("address", { email })}</p>
        <SessionsCard />
        <PasskeysCard passkeys={passkeys} {...card} />
        <GeneratorCard
          isOn={generator}
          hasFactor={hasFactor}
          recoveryCodesLeft={recoveryCodesLeft}
          {...card}
        />
        <PasswordCard isOn={password} {...card} />
        <Card>
          <ThemeSwitch
            label={t("theme")}
            initial={theme}
            words={{
              system: t("themes.system"),
              light: t("themes.light"),
              dark: t("themes.dark"),
              night: t("themes.night"),
            }}
          />
        </Card>
      </div>
    </>
  );
}

function Again({ onPress }: { onPress: () => void }) {
  const t = useTranslations("common");
  return <ActionButton onClick={onPress}>{t("tryAgain")}</ActionButton>;
}

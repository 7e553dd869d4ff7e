"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarPlus, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { FeedTime } from "./feed-time.tsx";

/** 32 random bytes, made here and nowhere else: the server is told them once and keeps a hash. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Her sessions (a coach: her days) in her own calendar: on, the address once, a new one, off. */
export function FeedCard({ who }: { who: "mum" | "coach" }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const query = useQuery(trpc.reports.feed.queryOptions({}));
  const open = useChange(trpc.reports.openFeed.mutationOptions());
  const close = useChange(trpc.reports.closeFeed.mutationOptions());
  // Kept by this page only: gone when she leaves it.
  const [address, setAddress] = useState<string | null>(null);
  const [isClosed, setIsClosed] = useState(false);

  const renew = () => {
    const token = newToken();
    open.send({ token }, () => {
      setIsClosed(false);
      setAddress(`${window.location.origin}/api/feeds/${token}.ics`);
    });
  };
  const switchOff = () =>
    close.send({}, () => {
      setAddress(null);
      setIsClosed(true);
    });
  const isOn = query.data?.isOn ?? false;
  return (
    <Card title={t("feed.title")}>
      <p className="text-ink-soft">{t(who === "mum" ? "feed.mumLead" : "feed.coachLead")}</p>
      <div className="mt-4 space-y-5">
        {address && <Address address={address} />}
        {isOn && !address && <p>{t("feed.isOn")}</p>}
        {isOn && query.data && who === "mum" && <FeedTime minuteOfDay={query.data.minuteOfDay} />}
        <div className="space-y-2">
          {isOn && (
            <p id="feed-renew" className="text-ink-soft text-sm">
              {t("feed.renewHint")}
            </p>
          )}
          <div className="flex flex-wrap gap-3">
            {/* Waits for the answer: pressed too early it would end an address that is in use. */}
            <Button
              variant="secondary"
              loading={open.isBusy}
              disabled={!query.data}
              onClick={renew}
              aria-describedby={isOn ? "feed-renew" : undefined}
            >
              {t(isOn ? "feed.renew" : "feed.on")}
            </Button>
            {isOn && (
              <Button variant="quiet" loading={close.isBusy} onClick={switchOff}>
                {t("feed.off")}
              </Button>
            )}
          </div>
        </div>
        <p role="status" className="empty:hidden">
          {isClosed && t("feed.isOff")}
        </p>
        {(open.error || close.error || query.isError) && <p role="alert">{t("feed.failed")}</p>}
      </div>
    </Card>
  );
}

function Address({ address }: { address: string }) {
  const t = useTranslations("reports");
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="space-y-3">
      <TextInput
        label={t("feed.address")}
        hint={t("feed.secret")}
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          icon={<Copy aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(address).then(() => setIsCopied(true))}
        >
          <span aria-live="polite">{t(isCopied ? "feed.copied" : "feed.copy")}</span>
        </Button>
        <Button asChild variant="secondary" icon={<CalendarPlus aria-hidden />}>
          <a href={address.replace(/^https?:/, "webcal:")}>{t("feed.add")}</a>
        </Button>
      </div>
      <p className="text-ink-soft text-sm">{t("feed.how")}</p>
    </div>
  );
}

"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPCClient } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { BulkAssign, MOST_AT_ONCE } from "./bulk-assign.tsx";
import { ClientTable } from "./client-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { type Filters, filtersFrom, NO_FILTERS, paramsOf } from "./filters.ts";
import { listQuery } from "./list-query.ts";

/** Asks for the next page when its end comes into sight; the button is there for everybody else. */
function useEndInSight(onSight: () => void, isOn: boolean) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || !isOn) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) onSight();
      },
      { rootMargin: "600px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [onSight, isOn]);
  return end;
}

/** All mums of the practice: search, filters in the address, pages as one scrolls. */
export function ClientList({ invite }: { invite: ReactNode }) {
  const t = useTranslations("coach.clients");
  const common = useTranslations("coach");
  const client = useTRPCClient();
  const params = useSearchParams();
  // From the library: whom the protocol is for is chosen here. Searching does not make her choose it again.
  const [protocol] = useState(() => params.get("assign") ?? "");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = useCallback(
    (id: string) =>
      setChosen((ids) =>
        ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(0, MOST_AT_ONCE),
      ),
    [],
  );
  const filters = filtersFrom(new URLSearchParams(params));
  const asked = useDeferredValue(filters.search);
  const query = useInfiniteQuery({
    ...listQuery({ ...filters, search: asked }, (input) => client.clients.list.query(input)),
    placeholderData: keepPreviousData,
  });
  const change = (next: Filters) =>
    window.history.replaceState(null, "", paramsOf(next) || window.location.pathname);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const end = useEndInSight(() => void fetchNextPage(), hasNextPage && !isFetchingNextPage);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = query.data?.pages[0]?.total ?? null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<span role="status">{total === null ? " " : t("lead", { total })}</span>}
        actions={invite}
      />
      {protocol !== "" && chosen.length === 0 && (
        <Notice tone="info" className="mb-4" title={t("chooseTitle")}>
          <p>{t("chooseBody")}</p>
        </Notice>
      )}
      <FilterBar filters={filters} onChange={change} />
      <div className="mt-6" aria-busy={query.isFetching}>
        {query.isPending && <LoadingState label={common("loading")} shape="rows" count={8} />}
        {query.isError && (
          <ErrorState
            title={common("failed.title")}
            actions={<Button onClick={() => void query.refetch()}>{common("failed.again")}</Button>}
          >
            <p>{common("failed.body")}</p>
          </ErrorState>
        )}
        {query.isSuccess && rows.length === 0 && (
          <EmptyState
            title={t("noneTitle")}
            actions={
              <Button variant="secondary" onClick={() => change(NO_FILTERS)}>
                {t("clear")}
              </Button>
            }
          >
            <p>{t("noneBody")}</p>
          </EmptyState>
        )}
        {rows.length > 0 && <ClientTable rows={rows} chosen={chosen} onToggle={toggle} />}
        <div ref={end}>
          {hasNextPage && (
            <Button
              variant="secondary"
              className="mt-6"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t("more")}
            </Button>
          )}
        </div>
      </div>
      <BulkAssign chosen={chosen} protocol={protocol} onClear={() => setChosen([])} />
    </>
  );
}

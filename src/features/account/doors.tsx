import { ChevronRight } from "lucide-react";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";

export type Door = { area: "coach" | "client" | "physio"; practiceId: string; practiceName: string };

/** The address that opens a door and remembers which practice it was. */
export function doorHref({ area, practiceId }: Door, next: string | null): string {
  return `/doors/enter?${new URLSearchParams({ area, practice: practiceId, ...(next ? { next } : {}) })}`;
}

/** Somebody who is more than one thing chooses what she is now. */
export function Doors({ doors, next }: { doors: readonly Door[]; next: string | null }) {
  const t = words("account");
  return (
    <>
      <PageHeader title={t("doors.title")} />
      <ul className="space-y-3">
        {doors.map((door) => (
          <li key={`${door.area} ${door.practiceId}`}>
            <a
              href={doorHref(door, next)}
              className="flex min-h-16 items-center justify-between gap-4 rounded-card border border-line-strong bg-raised px-5 py-4 font-semibold text-lg transition-colors hover:border-primary hover:bg-primary-soft"
            >
              {t(`doors.${door.area}`, { practice: door.practiceName })}
              <ChevronRight aria-hidden className="size-6 shrink-0 text-primary" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

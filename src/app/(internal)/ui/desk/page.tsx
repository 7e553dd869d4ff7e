import { Inbox, Send, Users } from "lucide-react";
import { AppShell } from "@/ui/app-shell.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Ribbon } from "@/ui/ribbon.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { onlyForBuilders } from "../hidden.ts";

/** The desk shell around an empty morning. */
export default function DeskPage() {
  onlyForBuilders();
  return (
    <AppShell
      brand={<Wordmark href="/ui" />}
      ribbon={<Ribbon>Internal: nothing here is real.</Ribbon>}
      words={{ skip: "Skip to the content", nav: "Main" }}
      account={<p className="text-ink-soft text-sm">Claire, North Shore</p>}
      items={[
        { href: "/ui/desk", label: "Today", icon: <Inbox />, count: 4, countLabel: "4 waiting" },
        { href: "/ui/desk/clients", label: "Clients", icon: <Users /> },
        { href: "/ui/desk/requests", label: "Requests", icon: <Send /> },
      ]}
    >
      <PageHeader title="Today" over="Monday, 23 November" actions={<Button>Invite</Button>} />
      <EmptyState title="Nobody is waiting for you">
        <p>Go for a run.</p>
      </EmptyState>
    </AppShell>
  );
}

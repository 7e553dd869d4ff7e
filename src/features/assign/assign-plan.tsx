"use client";

import { useQuery } from "@tanstack/react-query";
import { ClipboardPlus } from "lucide-react";
import { createContext, type ReactNode, use, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { Toast } from "@/ui/toast.tsx";
import { AssignForm } from "./assign-form.tsx";
import { ChooseProtocol } from "./choose-protocol.tsx";

export type Client = Outputs["clients"]["byId"];
export type ProtocolLine = Outputs["protocols"]["list"][number];

const OpenAssigning = createContext<() => void>(() => undefined);

/**
 * Home of the dialog for a plan in three clicks: the button, the protocol, assign. What cannot be assigned says why before it
 * is pressed. It stands around the page: once a plan is assigned something else is next and the button has moved, but the
 * word that it was assigned must be read.
 */
export function AssignHere({ clientId, children }: { clientId: string; children: ReactNode }) {
  const t = useTranslations("coach");
  const [isOpen, setIsOpen] = useState(false);
  const [taken, setTaken] = useState<{ readonly planId: string; readonly title: string } | null>(null);
  const [word, setWord] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ProtocolLine | null>(null);
  const trpc = useTRPC();
  const client = useQuery(trpc.clients.byId.queryOptions({ clientId }));
  const library = useQuery({ ...trpc.protocols.list.queryOptions({}), enabled: isOpen });
  const undo = useChange(trpc.plans.undoAssign.mutationOptions());
  const close = () => {
    setIsOpen(false);
    setChosen(null);
  };
  const takeBack = ({ planId, title }: { planId: string; title: string }) =>
    undo.send({ plans: [{ clientId, planId }] }, ({ rows }) =>
      setWord(t(rows.some((row) => row.refusal !== null) ? "assign.begun" : "assign.undone", { title })),
    );
  return (
    <OpenAssigning value={() => setIsOpen(true)}>
      {children}
      <Dialog
        open={isOpen}
        onClose={close}
        width="wide"
        title={t("assign.title", { name: client.data?.client.name ?? "…" })}
        lead={chosen ? chosen.title : t("assign.choose")}
        words={{ close: t("close") }}
      >
        {library.isError && (
          <ErrorState
            title={t("failed.title")}
            actions={<Button onClick={() => void library.refetch()}>{t("failed.again")}</Button>}
          />
        )}
        {library.isPending && <LoadingState label={t("loading")} shape="rows" count={5} />}
        {client.data && library.data && !chosen && (
          <ChooseProtocol lines={library.data} journey={client.data.journey} onChoose={setChosen} />
        )}
        {client.data && chosen && (
          <AssignForm
            client={client.data}
            line={chosen}
            onBack={() => setChosen(null)}
            onDone={(planId) => {
              setTaken({ planId, title: chosen.title });
              close();
            }}
          />
        )}
      </Dialog>
      <Toast
        message={taken && t("assign.done", { title: taken.title })}
        onEnd={() => setTaken(null)}
        {...(taken ? { undo: { label: t("assign.undo"), onUndo: () => takeBack(taken) } } : {})}
      />
      <Toast
        message={undo.error ? t("assign.undoFailed") : word}
        tone={undo.error ? "wait" : "info"}
        onEnd={() => {
          undo.reset();
          setWord(null);
        }}
      />
    </OpenAssigning>
  );
}

/** Opens the dialog of `AssignHere`, in which it must stand. */
export function AssignPlan() {
  const t = useTranslations("coach");
  return (
    <Button icon={<ClipboardPlus aria-hidden />} onClick={use(OpenAssigning)}>
      {t("assign.open")}
    </Button>
  );
}

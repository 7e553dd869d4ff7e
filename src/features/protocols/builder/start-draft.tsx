"use client";

import { Copy, FilePlus2, PencilLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { PROTOCOL_KINDS, type ProtocolKind } from "@/domain/journey/steps.ts";
import { emptyDraft } from "@/domain/protocols/draft-pieces.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";

function useStart() {
  const router = useRouter();
  const { send, ...rest } = useChange(useTRPC().protocols.startDraft.mutationOptions());
  return {
    ...rest,
    start: (from: Parameters<typeof send>[0]["from"]) =>
      send({ from }, ({ draftId }) => router.push(`/coach/protocols/drafts/${draftId}`)),
  };
}

/** From a version to its next one, or to a protocol of one's own. */
export function WriteFromVersion({ versionId, title }: { versionId: string; title: string }) {
  const t = useTranslations("protocols.builder.start");
  const edit = useStart();
  const copy = useStart();
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          icon={<PencilLine aria-hidden />}
          loading={edit.isBusy}
          onClick={() => edit.start({ as: "next", versionId })}
        >
          {t("edit")}
        </Button>
        <Button
          variant="secondary"
          icon={<Copy aria-hidden />}
          loading={copy.isBusy}
          onClick={() => copy.start({ as: "copy", versionId, title: t("copyOf", { title }).slice(0, 80) })}
        >
          {t("copy")}
        </Button>
      </div>
      <Refused error={edit.error ?? copy.error} reader="coach" />
    </div>
  );
}

/** A protocol from nothing: its name and its kind, the rest in the editor. */
export function WriteNew() {
  const t = useTranslations("protocols.builder.start");
  const say = useTranslations("protocols");
  const [isOpen, setIsOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<ProtocolKind>("strength");
  const [isTried, setIsTried] = useState(false);
  const { start, isBusy, error } = useStart();
  const isUnnamed = title.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isUnnamed) return;
    const words = { source: t("source"), says: t("says"), level: say("builder.newLevel", { number: 1 }) };
    start({ as: "content", content: emptyDraft(kind, title.trim(), kind, words) });
  };
  return (
    <>
      <Button icon={<FilePlus2 aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("new")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("new")}
        words={{ close: say("builder.close") }}
        footer={
          <Button type="submit" form="new-protocol" loading={isBusy}>
            {t("begin")}
          </Button>
        }
      >
        <form id="new-protocol" noValidate onSubmit={submit} className="space-y-5">
          <TextInput
            label={say("builder.title")}
            maxLength={80}
            value={title}
            error={isTried && isUnnamed ? say("file.nameNeeded") : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Select
            label={t("kind")}
            value={kind}
            onChange={(event) => setKind(event.target.value as ProtocolKind)}
            options={PROTOCOL_KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
          <Refused error={error} reader="coach" />
        </form>
      </Dialog>
    </>
  );
}

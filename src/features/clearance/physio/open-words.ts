import { GAP } from "@/words/gap.ts";
import { words } from "@/words/server.ts";

/** What the door says, said on the server; names and addresses are gaps until the link has been read. */
export function openWords() {
  const t = words("physio");
  return {
    title: t("open.title", { name: GAP }),
    lead: t("open.lead", { practice: GAP }),
    send: t("open.send", { address: GAP }),
    sent: t("open.sent", { address: GAP }),
    code: t("open.code"),
    codeHint: t("open.codeHint"),
    confirm: t("open.confirm"),
    again: t("open.again"),
    noAccount: t("open.noAccount"),
    reading: t("open.reading"),
    retry: t("upload.retry"),
    missing: { title: t("open.missing.title"), body: t("open.missing.body") },
    over: { title: t("open.over.title"), body: t("open.over.body") },
    failed: t("errors.failed"),
    errors: {
      wrong: t("errors.wrong"),
      over: t("errors.over"),
      too_many: t("errors.too_many"),
      same_browser: t("errors.same_browser"),
      not_signed_in: t("errors.not_signed_in"),
      invalid: t("errors.invalid"),
      unavailable: t("errors.unavailable"),
      failed: t("errors.failed"),
    },
  };
}

export type OpenWords = ReturnType<typeof openWords>;

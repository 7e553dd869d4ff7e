import { startAuthentication } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { type At, type Draft, signingOf } from "./draft.ts";
import type { Files, View } from "./view.ts";

const codeOf = (error: unknown) => (error as { data?: { code?: string } } | null)?.data?.code ?? null;

/**
 * From the draft to the signed record. With a passkey of hers the device signs the record's own hash; without one, or
 * when she would rather, a fresh code confirms. A passkey's dialogue she closed signs nothing.
 */
export function useSigning(view: View, files: Files, at: At, onSigned: () => void) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const key = useRef<string>(undefined);
  const [isPasskeyLeft, setIsPasskeyLeft] = useState(false);
  const onError = async (error: unknown) => {
    // Another body under the same key would be refused: what she changes now is a new try.
    if (codeOf(error) !== "PRECONDITION_REQUIRED") key.current = undefined;
    const refused = refusalOf(error)?.code;
    if (refused === "documents_changed" || refused === "documents_foreign")
      await queries.invalidateQueries(trpc.documents.pathFilter());
    // What she looks at comes up to date under her draft, which stays.
    if (refused === "seen_changed") await queries.invalidateQueries(trpc.clearance.forPhysio.pathFilter());
  };
  const onSuccess = async () => {
    await queries.invalidateQueries(trpc.clearance.pathFilter());
    onSigned();
  };
  const toSign = useMutation(trpc.clearance.toSign.mutationOptions({ onError }));
  const sign = useMutation(trpc.clearance.sign.mutationOptions({ onSuccess, onError }));
  const isBusy = toSign.isPending || sign.isPending;
  const error = toSign.error ?? sign.error;
  const refusal = refusalOf(error);
  const wantsCode = codeOf(sign.error) === "PRECONDITION_REQUIRED" && !isBusy;
  const problem = () => {
    if (!error || wantsCode) return null;
    if (codeOf(error) === "UNAUTHORIZED") return t("errors.not_signed_in");
    if (codeOf(error) === "SERVICE_UNAVAILABLE") return t("errors.unavailable");
    return (refusal && say.refusal(refusal)) ?? t("errors.failed");
  };
  const bodyOf = (draft: Draft) => {
    const signing = signingOf(draft, at);
    if (!signing || isBusy) return null;
    key.current ??= crypto.randomUUID();
    setIsPasskeyLeft(false);
    toSign.reset();
    const documents = files.map(({ id, sha256, shown }) => ({ id, sha256, shown }));
    return { key: key.current, requestId: view.request.id, ...signing, seen: view.seen, documents };
  };
  type Body = NonNullable<ReturnType<typeof bodyOf>>;
  const byPasskey = async ({ key: signKey, ...body }: Body) => {
    const asked = await toSign.mutateAsync({ ...body, key: crypto.randomUUID(), signKey });
    if (!asked) return sign.mutate({ ...body, key: signKey });
    const given = await startAuthentication({ optionsJSON: asked.options }).catch(() => null);
    if (!given) return setIsPasskeyLeft(true);
    const answer = {
      ...given,
      type: "public-key" as const,
      response: { ...given.response },
      clientExtensionResults: {},
    };
    sign.mutate({ ...body, key: signKey, passkey: { prepared: asked.prepared, answer } });
  };
  return {
    isBusy,
    wantsCode,
    isPasskeyLeft,
    problem: problem(),
    sign: (draft: Draft) => {
      const body = bodyOf(draft);
      if (!body) return;
      // What was refused is told from the mutation that met it.
      if (view.physio.hasAccount && !wantsCode) byPasskey(body).catch(() => undefined);
      else sign.mutate(body);
    },
    signByCode: (draft: Draft) => {
      const body = bodyOf(draft);
      if (body) sign.mutate(body);
    },
  };
}

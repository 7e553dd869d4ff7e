import { AskHere, AskPhysio } from "@/features/clearance/coach/ask-physio.tsx";
import { RequestsList } from "@/features/clearance/coach/requests-list.tsx";
import { Assessment } from "@/features/coach-journey/assessment.tsx";
import { Letters } from "@/features/documents/letters.tsx";
import { words } from "@/words/server.ts";

/** What is with her physio, what came back, and the letters. */
export default async function CarePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const t = words("coach");
  return (
    <div className="space-y-10">
      <section aria-labelledby="requests" className="space-y-4">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="requests">{t("care.requests")}</h2>
          <AskHere clientId={id}>
            <AskPhysio />
          </AskHere>
        </header>
        <RequestsList clientId={id} />
      </section>
      <Assessment clientId={id} />
      <section aria-labelledby="letters" className="space-y-4">
        <h2 id="letters">{t("care.documents")}</h2>
        <Letters clientId={id} />
      </section>
    </div>
  );
}

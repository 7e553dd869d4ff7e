import { AssignHere, AssignPlan } from "@/features/assign/assign-plan.tsx";
import { AskHere, AskPhysio } from "@/features/clearance/coach/ask-physio.tsx";
import { Overview } from "@/features/coach-journey/overview.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ ask?: string | string[] }> };

/** Where she stands and what is next. */
export default async function ClientPage({ params, searchParams }: Props) {
  const { id } = await params;
  const isAsking = (await searchParams).ask === "now";
  return (
    <AskHere key={String(isAsking)} clientId={id} isOpenAtFirst={isAsking}>
      <AssignHere clientId={id}>
        <Overview
          clientId={id}
          ask={<AskPhysio />}
          handBack={<AskPhysio label="handBack" />}
          assign={<AssignPlan />}
        />
      </AssignHere>
    </AskHere>
  );
}

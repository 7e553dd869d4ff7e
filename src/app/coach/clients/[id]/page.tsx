import { AssignHere, AssignPlan } from "@/features/assign/assign-plan.tsx";
import { AskHere, AskPhysio } from "@/features/clearance/coach/ask-physio.tsx";
import { Overview } from "@/features/coach-journey/overview.tsx";

/** Where she stands and what is next. */
export default async function ClientPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <AskHere clientId={id}>
      <AssignHere clientId={id}>
        <Overview clientId={id} ask={<AskPhysio />} assign={<AssignPlan />} />
      </AssignHere>
    </AskHere>
  );
}

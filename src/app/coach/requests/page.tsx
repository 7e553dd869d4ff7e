import { RequestsRoom } from "@/features/clearance/coach/requests-room.tsx";

export default function RequestsPage() {
  return <RequestsRoom />;
}

import { StopMail } from "@/features/clearance/stop/stop-mail.tsx";

export default function StopPage() {
  return <StopMail />;
}

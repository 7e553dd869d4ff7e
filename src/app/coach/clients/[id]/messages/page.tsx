import { CoachThread } from "@/features/messages/coach-thread.tsx";

export default async function MessagesPage({ params }: { params: Promise<{ id: string }> }) {
  return <CoachThread clientId={(await params).id} />;
}

import { Log } from "@/features/timeline/log.tsx";

export default async function LogPage({ params }: { params: Promise<{ id: string }> }) {
  return <Log clientId={(await params).id} />;
}

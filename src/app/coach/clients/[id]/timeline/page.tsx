import { Timeline } from "@/features/timeline/timeline.tsx";

export default async function TimelinePage({ params }: { params: Promise<{ id: string }> }) {
  return <Timeline clientId={(await params).id} />;
}

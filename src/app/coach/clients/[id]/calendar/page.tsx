import { HerCalendar } from "./her-calendar.tsx";

export default async function CalendarPage({ params }: { params: Promise<{ id: string }> }) {
  return <HerCalendar clientId={(await params).id} />;
}

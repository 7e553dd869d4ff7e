import { PracticeRoom } from "@/features/practice/practice-room.tsx";
import { FeedCard } from "@/features/reports/feed-card.tsx";

export default function PracticePage() {
  return (
    <div className="space-y-6">
      <PracticeRoom />
      <FeedCard who="coach" />
    </div>
  );
}

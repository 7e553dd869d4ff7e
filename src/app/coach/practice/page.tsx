import { PracticeRoom } from "@/features/practice/practice-room.tsx";

export default function PracticePage() {
  return <PracticeRoom />;
}

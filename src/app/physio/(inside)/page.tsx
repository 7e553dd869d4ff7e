import { AskedList } from "@/features/clearance/physio/asked-list.tsx";

export default function PhysioHome() {
  return <AskedList />;
}

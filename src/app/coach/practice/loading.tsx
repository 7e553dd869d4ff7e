import { DeskLoading } from "../desk-loading.tsx";

export default function PracticeLoading() {
  return <DeskLoading shape="cards" />;
}

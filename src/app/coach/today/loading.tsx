import { DeskLoading } from "../desk-loading.tsx";

export default function TodayLoading() {
  return <DeskLoading shape="rows" />;
}

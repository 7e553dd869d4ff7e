import { DeskLoading } from "../desk-loading.tsx";

export default function RequestsLoading() {
  return <DeskLoading shape="rows" />;
}

import { DeskLoading } from "../../desk-loading.tsx";

export default function ClientsLoading() {
  return <DeskLoading shape="rows" />;
}

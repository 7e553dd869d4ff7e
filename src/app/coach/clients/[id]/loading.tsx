import { DeskLoading } from "../../desk-loading.tsx";

export default function ClientLoading() {
  return <DeskLoading shape="cards" />;
}

import { ClientList } from "@/features/clients/client-list.tsx";
import { InviteMum } from "@/features/clients/invite-mum.tsx";

/** All mums of the practice. */
export default function ClientsPage() {
  return <ClientList invite={<InviteMum />} />;
}

import { RequestRoom } from "./request-room.tsx";

type Props = { searchParams: Promise<{ id?: string | string[] }> };

export default async function RequestPage({ searchParams }: Props) {
  const { id } = await searchParams;
  return <RequestRoom requestId={typeof id === "string" ? id : undefined} />;
}

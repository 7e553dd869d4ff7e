import { OpenLink } from "@/features/clearance/physio/open-link.tsx";

export default function OpenPage() {
  return (
    <div className="mx-auto max-w-[34rem]">
      <OpenLink />
    </div>
  );
}

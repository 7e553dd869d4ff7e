import { PassportCheck } from "@/features/clearance/passport/passport-check.tsx";

export default function PassportPage() {
  return <PassportCheck />;
}

import { redirect } from "next/navigation";

/** The desk begins with the morning. */
export default function CoachPage() {
  redirect("/coach/today");
}

import { CalendarDays, Footprints, HeartHandshake, MessageCircle, Sun } from "lucide-react";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Path } from "@/ui/path/path.tsx";
import { PhoneShell } from "@/ui/phone-shell.tsx";
import { Ribbon } from "@/ui/ribbon.tsx";
import { onlyForBuilders } from "../hidden.ts";
import { ON_THE_WAY, PATH_WORDS } from "../sample.ts";

/** The pocket shell, held in the left hand. */
export default function PhonePage() {
  onlyForBuilders();
  return (
    <PhoneShell
      brand={<Wordmark href="/ui" />}
      hand="left"
      ribbon={<Ribbon>Internal: nothing here is real.</Ribbon>}
      words={{ skip: "Skip to the content", nav: "Main" }}
      items={[
        { href: "/ui/phone", label: "Today", icon: <Sun />, exact: true },
        { href: "/ui/phone/steps", label: "My steps", icon: <Footprints /> },
        { href: "/ui/phone/plan", label: "Plan", icon: <CalendarDays /> },
        {
          href: "/ui/phone/messages",
          label: "Messages",
          icon: <MessageCircle />,
          count: 2,
          countLabel: "2 new",
        },
        { href: "/ui/phone/care", label: "My care", icon: <HeartHandshake /> },
      ]}
      action={
        <Button size="large" wide>
          Start today’s walk
        </Button>
      }
    >
      <h1>Kia ora, Māia</h1>
      <Card variant="feature" over="Today" title="Walk, 20 minutes, flat" className="mt-5">
        <p>No hurry. The five-minute version counts too.</p>
      </Card>
      <Card title="Where you are" className="mt-5">
        <Path size="card" stations={ON_THE_WAY} words={PATH_WORDS} label="Your seven steps" />
      </Card>
    </PhoneShell>
  );
}

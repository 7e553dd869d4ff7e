import { ArrowRight, Ellipsis, Footprints, Mail, Plus } from "lucide-react";
import NextLink from "next/link";
import { Badge } from "@/ui/badge.tsx";
import { Mark } from "@/ui/brand/mark.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { COLOURS, TONES } from "@/ui/tokens.ts";
import { Part, Row, Sample } from "./part.tsx";

export function BasicsPart() {
  return (
    <>
      <Part title="Mark and colours">
        <Row>
          <Wordmark size="large" />
          <Wordmark />
          <Mark className="size-20 text-primary" />
          <Mark className="size-8 text-primary" />
          <Mark className="size-5 text-primary" />
        </Row>
        <ul className="grid grid-cols-3 gap-2 text-xs sm:grid-cols-6 lg:grid-cols-9">
          {Object.keys(COLOURS).map((name) => (
            <li key={name}>
              <svg aria-hidden className="h-10 w-full rounded-md border border-line">
                <rect width="100%" height="100%" fill={`var(--${name})`} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Words">
        <p className="font-heading text-4xl">Strong enough to carry on</p>
        <p className="font-heading text-3xl">Today, one thing</p>
        <p className="font-heading text-2xl">Walk twenty minutes, flat, and come home</p>
        <p className="max-w-[60ch]">
          Build up to a similar duration that you might like to run. Not only does this ingrain the habit, it
          makes the return a lot less daunting. Kia ora, Māia Tūhoe-Ngārangi.{" "}
          <Link href="#more">Read why we ask</Link>.
        </p>
        <p className="text-ink-soft text-sm">Quiet words: last seen 3 days ago, 1,204 minutes.</p>
      </Part>
      <Part title="Buttons and links">
        {(["primary", "secondary", "quiet", "accent", "stop"] as const).map((variant) => (
          <Row key={variant}>
            <Button variant={variant}>{variant}</Button>
            <Button variant={variant} icon={<Plus aria-hidden />}>
              With a picture
            </Button>
            <Button variant={variant} loading>
              Working
            </Button>
            <Button variant={variant} disabled>
              Not now
            </Button>
            <Button variant={variant} size="compact">
              Compact
            </Button>
            <IconButton variant={variant} label={`More, ${variant}`} icon={<Ellipsis aria-hidden />} />
          </Row>
        ))}
        <Button size="large" wide icon={<Footprints aria-hidden />}>
          Start today’s walk
        </Button>
        <Button asChild variant="secondary">
          <NextLink href="#link">
            A link that looks like a button <ArrowRight aria-hidden />
          </NextLink>
        </Button>
        <div>
          <Link href="#alone" variant="alone">
            On its own line
          </Link>
        </div>
      </Part>
      <Part title="Badges and notices">
        <Row>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge tone="wait" size="small">
            Waiting for physio, 15 days
          </Badge>
          <Badge tone="stop" size="small">
            Heaviness twice in 7 days
          </Badge>
          <Badge>Moved</Badge>
          <Badge tone="info" icon={<Mail aria-hidden />}>
            New letter
          </Badge>
        </Row>
        <div className="grid gap-4 lg:grid-cols-2">
          <Notice tone="info" title="A letter about you has arrived">
            Your physio sent it this morning. You can read it in My care.
          </Notice>
          <Notice tone="good" title="Two weeks in a row">
            Your walking has met your goal. Strength opens when your physio has looked again.
          </Notice>
          <Notice tone="wait" title="Waiting for you" actions={<Button>Yes, I saw this physio</Button>}>
            Did you see Hana Te Aroha on 3 October?
          </Notice>
          <Notice
            tone="stop"
            title="Stop here and walk home"
            actions={<Button variant="stop">Tell my coach</Button>}
          >
            Running is on hold until your physio has had a look. You have done nothing wrong.
          </Notice>
          <Notice tone="neutral">Moved to Thursday.</Notice>
          <Notice tone="accent" title="Going back is part of the way">
            The steps you did still count.
          </Notice>
        </div>
      </Part>
      <Part title="Cards and states">
        <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-4">
          {(["raised", "outline", "sunken", "feature"] as const).map((variant) => (
            <Card
              key={variant}
              variant={variant}
              over="Tuesday"
              title="Walk, 20 minutes"
              level={3}
              aside={<Badge tone="good">Done</Badge>}
              footer={<Button variant="secondary">Open</Button>}
            >
              {variant}
            </Card>
          ))}
        </div>
        <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-3">
          <Card>
            <EmptyState
              title="Nobody is waiting for you"
              level={3}
              actions={<Button>Invite a runner</Button>}
            >
              <p>New letters, symptoms and questions will show up here.</p>
            </EmptyState>
          </Card>
          <Card>
            <ErrorState title="That did not work" level={3} actions={<Button>Try again</Button>}>
              <p>Nothing you wrote is lost.</p>
            </ErrorState>
          </Card>
          <Card title="On its way" level={3}>
            <LoadingState label="Loading lines" />
            <LoadingState label="Loading rows" shape="rows" />
          </Card>
        </div>
        <Sample title="Loading cards">
          <LoadingState label="Loading cards" shape="cards" count={1} />
        </Sample>
      </Part>
    </>
  );
}

import { Footprints } from "lucide-react";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { KeyHint } from "@/ui/key-hint.tsx";
import { Link } from "@/ui/link.tsx";
import { Path } from "@/ui/path/path.tsx";
import { PrintOnly } from "@/ui/print.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Stat } from "@/ui/stat.tsx";
import { Cell, HeaderCell, Row, Table } from "@/ui/table.tsx";
import { Timeline } from "@/ui/timeline.tsx";
import { ALL_DONE, AT_THE_START, ON_THE_WAY, PATH_WORDS, WENT_BACK } from "../sample.ts";
import { Part } from "./part.tsx";

const WOMEN = [
  { name: "Māia Tūhoe", path: WENT_BACK, tone: "stop", why: "Heaviness twice in 7 days", minutes: 64 },
  {
    name: "Anna Whitworth-Featherstonehaugh",
    path: ON_THE_WAY,
    tone: "wait",
    why: "Waiting 15 days",
    minutes: 90,
  },
  { name: "Sione", path: AT_THE_START, tone: "info", why: "New letter", minutes: 0 },
  { name: "Priya Raman", path: ALL_DONE, tone: undefined, why: undefined, minutes: 1204 },
] as const;

export function RecordsPart() {
  return (
    <Part title="Records">
      <Table caption="Everybody, by who needs you first">
        <thead>
          <tr>
            <HeaderCell sorted="ascending">Name</HeaderCell>
            <HeaderCell>Where she is</HeaderCell>
            <HeaderCell>Why now</HeaderCell>
            <HeaderCell numeric sorted="none">
              Minutes
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {WOMEN.map(({ name, path, tone, why, minutes }, index) => (
            <Row key={name} tone={tone} active={index === 1} selected={index === 2}>
              <Cell heads>
                <Link href="#her" variant="plain">
                  {name}
                </Link>
              </Cell>
              <Cell>
                <Path size="strip" stations={path} words={PATH_WORDS} label={name} />
              </Cell>
              <Cell>
                {why && (
                  <Badge tone={tone} size="small">
                    {why}
                  </Badge>
                )}
              </Cell>
              <Cell numeric>{minutes.toLocaleString("en-NZ")}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="This week" level={3}>
          <div className="space-y-5">
            <Progress label="Walking" value={70} max={90} text="70 of 90 minutes" />
            <Progress label="Nothing yet" value={0} max={3} text="0 of 3 sessions" />
            <Progress label="More than asked" value={120} max={90} text="120 of 90 minutes" />
          </div>
          <dl className="mt-6 flex flex-wrap gap-8">
            <Stat label="Walked" value="64" unit="min" note="12 more than last week" />
            <Stat label="Weeks in a row" value="2" />
          </dl>
        </Card>
        <Card title="What happened" level={3}>
          <Timeline
            label="What happened"
            items={[
              {
                id: "3",
                title: "Running paused",
                when: "Today, 07:12",
                by: "the rules",
                tone: "stop",
                body: "Heaviness during a run.",
              },
              {
                id: "2",
                title: "Walked 20 minutes",
                when: "Yesterday",
                dateTime: "2026-11-21",
                icon: <Footprints />,
              },
              {
                id: "1",
                title: "Letter from Hana Te Aroha",
                when: "3 October",
                by: "Hana Te Aroha",
                tone: "info",
              },
            ]}
          />
        </Card>
      </div>
      <Card title="What is known" level={3}>
        <DescriptionList
          items={[
            { term: "Born", detail: "9 August 2026" },
            { term: "Birth", detail: "Caesarean" },
            { term: "Goal", detail: "Three times 30 minutes a week" },
          ]}
        />
        <Disclosure summary="Why do we ask?">
          <p>Because the rules count full weeks from the day of birth.</p>
        </Disclosure>
        <p className="flex items-center gap-2 text-ink-soft text-sm">
          Find anything with <KeyHint keys="Ctrl K" />
        </p>
      </Card>
      <PrintOnly>
        <p>Printed from the internal page.</p>
      </PrintOnly>
    </Part>
  );
}

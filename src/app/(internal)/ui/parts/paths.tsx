import { Card } from "@/ui/card.tsx";
import { Path } from "@/ui/path/path.tsx";
import { ALL_DONE, AT_THE_START, LONG, ON_THE_WAY, PATH_WORDS, WENT_BACK } from "../sample.ts";
import { Part, Sample } from "./part.tsx";

const given = { words: PATH_WORDS, label: "The seven steps" };

export function PathPart() {
  return (
    <Part title="The path">
      <Sample title="full, wide where there is room">
        <Path stations={ON_THE_WAY} {...given} label="The seven steps, on the way" />
      </Sample>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="full, upright" level={3}>
          <Path stations={WENT_BACK} {...given} label="The seven steps, gone back" />
        </Card>
        <Card title="full, long names" level={3}>
          <Path stations={LONG} {...given} label="The seven steps, long names" />
        </Card>
      </div>
      <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-3">
        <Card title="card" level={3}>
          <Path size="card" stations={ON_THE_WAY} {...given} />
        </Card>
        <Card title="card, gone back" level={3}>
          <Path size="card" stations={WENT_BACK} {...given} />
        </Card>
        <Card title="card, at the start" level={3} variant="feature">
          <Path size="card" stations={AT_THE_START} {...given} />
        </Card>
      </div>
      <Sample title="strip">
        <div className="space-y-2 rounded-card border border-line bg-raised p-4">
          {[AT_THE_START, ON_THE_WAY, WENT_BACK, ALL_DONE].map((stations, index) => (
            <Path
              key={`strip-${index + 1}`}
              size="strip"
              stations={stations}
              words={PATH_WORDS}
              label={`Runner ${index + 1}`}
            />
          ))}
        </div>
      </Sample>
    </Part>
  );
}

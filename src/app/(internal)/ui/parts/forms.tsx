"use client";

import { useState } from "react";
import { Checkbox } from "@/ui/checkbox.tsx";
import { CheckCards, RadioCards } from "@/ui/choice-cards.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Scale } from "@/ui/scale.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextArea, TextInput } from "@/ui/text-input.tsx";
import { Part } from "./part.tsx";

const DATE_WORDS = { day: "Day", month: "Month", year: "Year" };

export function FormsPart() {
  const [date, setDate] = useState("2026-08-09");
  const [broken, setBroken] = useState("2026-02-31");
  return (
    <Part title="Fields">
      <div className="grid gap-8 lg:grid-cols-2">
        <TextInput label="What should we call you?" autoComplete="given-name" defaultValue="Māia" />
        <TextInput
          label="E-mail"
          hint="We send your code there."
          error="This looks unfinished: there is no @ in it."
          defaultValue="maia.example"
        />
        <TextArea label="Anything else?" mark="optional" hint="In your own words." />
        <TextInput label="Reference" disabled defaultValue="SEV-2041" hint="Cannot be changed any more." />
        <NumberInput label="How long was the walk?" unit="minutes" defaultValue="20" />
        <NumberInput
          label="Weight"
          unit="kg"
          decimal
          error="A number, please: 12 or 12.5."
          defaultValue="twelve"
        />
        <DateInput label="When was your baby born?" value={date} onChange={setDate} words={DATE_WORDS} />
        <DateInput
          label="When were you seen?"
          value={broken}
          onChange={setBroken}
          words={DATE_WORDS}
          error="February has no 31st."
        />
        <Select
          label="How was the birth?"
          placeholder="Choose one"
          options={[
            { value: "vaginal", label: "Vaginal" },
            { value: "caesarean", label: "Caesarean" },
          ]}
        />
        <Select
          label="Country"
          error="Choose a country."
          options={[{ value: "nz", label: "Aotearoa New Zealand" }]}
        />
        <RadioCards
          name="today"
          label="How are you today?"
          hint="Before you start."
          defaultValue="fine"
          choices={[
            { value: "fine", label: "Fine, let’s go" },
            { value: "tired", label: "Tired", hint: "There is a five-minute version." },
            { value: "new", label: "Something is new or feels wrong" },
          ]}
        />
        <CheckCards
          name="feels"
          label="Did you notice any of these?"
          columns={2}
          defaultValue={["none"]}
          error="Choose one, or “nothing”."
          choices={[
            { value: "drops", label: "A few drops" },
            { value: "heavy", label: "Heaviness or dragging" },
            { value: "pain", label: "Pain" },
            { value: "none", label: "Nothing" },
          ]}
        />
        <Scale
          name="effort"
          label="How hard was it?"
          low="nothing at all"
          high="as hard as I can"
          defaultValue="3"
          className="lg:col-span-2"
        />
        <Scale name="pain" label="Pain" low="none" high="the worst" error="Choose a number." />
        <CodeInput label="Your code" hint="Eight letters and digits from the mail." defaultValue="K7P2MX4Q" />
        <div>
          <Checkbox
            label="My physio may see my symptoms"
            hint="You can take this back at any time."
            defaultChecked
          />
          <Checkbox label="My physio may see my plan" />
          <Checkbox label="I have read the above" error="We need this to go on." />
          <Checkbox label="Cannot be changed" disabled />
        </div>
      </div>
    </Part>
  );
}

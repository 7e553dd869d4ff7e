import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { FormPage } from "@/ui/form-page.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { onlyForBuilders } from "../hidden.ts";

/** One page of a long form. */
export default function LongFormPage() {
  onlyForBuilders();
  return (
    <PlainShell
      brand={<Wordmark href="/ui" />}
      words={{ skip: "Skip to the content" }}
      footer={<p>The small words.</p>}
    >
      <FormPage
        title="Your birth"
        lead="So that nothing is asked of your body too early."
        page={2}
        of={5}
        pageText="Page 2 of 5"
        saved="Saved"
        actions={
          <>
            <Button variant="secondary">Back</Button>
            <Button>Next</Button>
          </>
        }
      >
        <RadioCards
          name="birth"
          label="How was your baby born?"
          choices={[
            { value: "v", label: "Vaginally" },
            { value: "a", label: "Vaginally, with forceps or a cup" },
            { value: "c", label: "By caesarean" },
          ]}
        />
        <TextArea label="Anything else we should know?" mark="optional" />
      </FormPage>
    </PlainShell>
  );
}

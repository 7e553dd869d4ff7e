import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { Ribbon } from "@/ui/ribbon.tsx";
import { onlyForBuilders } from "./hidden.ts";
import { BasicsPart } from "./parts/basics.tsx";
import { DeskPart } from "./parts/desk.tsx";
import { FormsPart } from "./parts/forms.tsx";
import { PathPart } from "./parts/paths.tsx";
import { RecordsPart } from "./parts/records.tsx";

/** Every component in all its states, for those who build with them. Not there outside development and demos. */
export default function UiPage() {
  onlyForBuilders();
  return (
    <PlainShell
      width="wide"
      brand={<Wordmark href="/" />}
      words={{ skip: "Skip to the content" }}
      ribbon={<Ribbon>Internal: nothing here is real.</Ribbon>}
    >
      <PageHeader
        title="What we build with"
        lead="Every component in all its states, in the theme you are in."
      />
      <PathPart />
      <BasicsPart />
      <FormsPart />
      <DeskPart />
      <RecordsPart />
    </PlainShell>
  );
}

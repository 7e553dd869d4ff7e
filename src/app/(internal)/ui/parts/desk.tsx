"use client";

import { Archive, Ellipsis, Eye, Send } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Menu } from "@/ui/menu.tsx";
import { OfflineBanner } from "@/ui/offline-banner.tsx";
import { Sheet } from "@/ui/sheet.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { ThemeSwitch } from "@/ui/theme-switch.tsx";
import { Toast } from "@/ui/toast.tsx";
import { Tooltip } from "@/ui/tooltip.tsx";
import { Part, Row, Sample } from "./part.tsx";

const THEME_WORDS = { system: "As my phone", light: "Light", dark: "Dark", night: "Red for the night" };

function Opening() {
  const [open, setOpen] = useState<"dialog" | "wide" | "sheet" | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <Row>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Button variant="secondary" onClick={() => setOpen("wide")}>
        Wide dialog
      </Button>
      <Button variant="secondary" onClick={() => setOpen("sheet")}>
        Sheet
      </Button>
      <Button variant="secondary" onClick={() => setSaid("Moved to Thursday.")}>
        Toast with undo
      </Button>
      <Menu
        trigger={<IconButton label="More" icon={<Ellipsis aria-hidden />} variant="secondary" />}
        items={[
          {
            id: "look",
            label: "Look",
            icon: <Eye aria-hidden />,
            keys: "Space",
            onSelect: () => setSaid("Looked."),
          },
          { id: "send", label: "Write to her", icon: <Send aria-hidden />, keys: "r", href: "#written" },
          { id: "no", label: "Assign running", disabled: true },
          { id: "end", label: "End her care", icon: <Archive aria-hidden />, grave: true, apart: true },
        ]}
      />
      <Tooltip text="Handled" keys="e">
        <IconButton label="Handled" icon={<Archive aria-hidden />} />
      </Tooltip>
      <Dialog
        open={open === "dialog" || open === "wide"}
        width={open === "wide" ? "wide" : "normal"}
        onClose={close}
        title="Why do you open this early?"
        lead="It is kept with your name."
        words={{ close: "Close" }}
        footer={
          <>
            <Button variant="quiet" onClick={close}>
              Cancel
            </Button>
            <Button onClick={close}>Open gentle breathing</Button>
          </>
        }
      >
        <TextInput label="Reason" />
      </Dialog>
      <Sheet open={open === "sheet"} onClose={close} title="Māia Tūhoe" words={{ close: "Close" }}>
        <p>What is beside the list.</p>
      </Sheet>
      <Toast
        message={said}
        onEnd={() => setSaid(null)}
        undo={{ label: "Undo", onUndo: () => setSaid("Moved back.") }}
      />
    </Row>
  );
}

const FILES = [
  { id: "1", name: "letter-3-october.pdf", note: "312 KB", state: "there" },
  { id: "2", name: "scan.jpg", state: "sending", share: 0.4 },
  {
    id: "3",
    name: "notes.docx",
    state: "refused",
    error: "This is a Word file. Save it as PDF and choose it again.",
  },
] as const;

export function DeskPart() {
  const [files, setFiles] = useState<readonly (typeof FILES)[number][]>(FILES);
  return (
    <Part title="What opens, moves and takes">
      <Opening />
      <OfflineBanner>No network. Today’s walk and your letters are here; 2 wait to be sent.</OfflineBanner>
      <Sample title="Tabs">
        <Tabs
          label="About her"
          tabs={[
            { id: "plan", label: "Plan", content: <p>Three walks a week.</p> },
            { id: "signs", label: "Signs", content: <p>None for 9 days.</p> },
            { id: "letters", label: "Letters", content: <Badge tone="info">One new</Badge> },
          ]}
        />
      </Sample>
      <ThemeSwitch label="How it looks" words={THEME_WORDS} initial="system" />
      <Row>
        <Avatar name="Hana Te Aroha" size="small" />
        <Avatar name="Māia Tūhoe" />
        <Avatar name="Claire" size="large" />
      </Row>
      <FileDrop
        label="Your letter"
        hint="PDF or a photo, up to 10 MB."
        accept="application/pdf,image/*"
        words={{
          choose: "Choose a file",
          drop: "or drop it here",
          remove: (name) => `Remove ${name}`,
          sending: "Sending",
        }}
        files={files}
        onFiles={() => setFiles(FILES)}
        onRemove={(id) => setFiles(files.filter((file) => file.id !== id))}
      />
    </Part>
  );
}

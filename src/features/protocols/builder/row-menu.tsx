"use client";

import { Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/icon-button.tsx";
import { Menu, type MenuItem } from "@/ui/menu.tsx";

/** The lesser things one can do with a level, a session, a block or an interval. */
export function RowMenu(props: {
  readonly name: string;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  /** What else can be done with this one. */
  readonly more?: readonly MenuItem[];
}) {
  const { name, onDuplicate, onRemove, more = [] } = props;
  const t = useTranslations("protocols.builder");
  return (
    <Menu
      trigger={<IconButton label={t("more", { name })} icon={<Ellipsis aria-hidden />} />}
      items={[
        { id: "copy", label: t("duplicate"), icon: <Copy aria-hidden />, onSelect: onDuplicate },
        ...more,
        {
          id: "remove",
          label: t("remove"),
          icon: <Trash2 aria-hidden />,
          onSelect: onRemove,
          grave: true,
          apart: true,
        },
      ]}
    />
  );
}

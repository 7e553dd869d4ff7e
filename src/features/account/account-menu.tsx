"use client";

import { CircleUserRound, LogOut, UserRoundCog } from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu } from "@/ui/menu.tsx";
import { ActionButton } from "./action-button.tsx";
import { signOut } from "./sign-out.ts";

/** Who is signed in, her account, and the way out. For a shell's `account` or `corner`. Needs words "account". */
export function AccountMenu({ name }: { name: string }) {
  const t = useTranslations("account.menu");
  return (
    <Menu
      trigger={
        <ActionButton variant="quiet" icon={<CircleUserRound aria-hidden />}>
          <span className="max-w-40 truncate">{name}</span>
        </ActionButton>
      }
      items={[
        { id: "account", label: t("account"), icon: <UserRoundCog aria-hidden />, href: "/account" },
        { id: "out", label: t("signOut"), icon: <LogOut aria-hidden />, onSelect: () => void signOut() },
      ]}
    />
  );
}

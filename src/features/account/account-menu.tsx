"use client";

import { CircleUserRound, LogOut, UserRoundCog } from "lucide-react";
import NextLink from "next/link";
import { DropdownMenu } from "radix-ui";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { signOut } from "./sign-out.ts";

const ITEM =
  "flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 outline-none data-highlighted:bg-primary-soft [&_svg]:size-5 [&_svg]:text-primary";

type AccountMenuProps = {
  name: string;
  /** False for a physio who came by a link: she can only leave. */
  hasAccount?: boolean | undefined;
  className?: string | undefined;
};

/** Who is signed in, her account, and the way out. For a shell's `account` or `corner`. Needs words "account". */
export function AccountMenu({ name, hasAccount = true, className }: AccountMenuProps) {
  const t = useTranslations("account.menu");
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={cn(
          "flex min-h-12 min-w-0 cursor-pointer items-center gap-2.5 rounded-control px-3 font-semibold hover:bg-primary-soft",
          className,
        )}
      >
        <CircleUserRound aria-hidden className="size-6 shrink-0 text-primary" />
        <span className="max-w-40 truncate">{name}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-40 min-w-56 rounded-card border border-line bg-raised p-1.5 shadow-raised"
        >
          {hasAccount && (
            <DropdownMenu.Item asChild>
              <NextLink href="/account" className={ITEM}>
                <UserRoundCog aria-hidden />
                {t("account")}
              </NextLink>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className={ITEM} onSelect={() => void signOut()}>
            <LogOut aria-hidden />
            {t("signOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

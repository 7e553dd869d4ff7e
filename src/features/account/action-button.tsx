"use client";

import { useSyncExternalStore } from "react";
import { Button, type ButtonProps } from "@/ui/button.tsx";

const never = () => () => undefined;

/** False in what the server sent, true once the page can react. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** A button that says so while the page cannot react to it yet. */
export function ActionButton(props: ButtonProps) {
  const isAwake = useAwake();
  return <Button {...props} {...(isAwake ? {} : { "aria-disabled": true })} />;
}

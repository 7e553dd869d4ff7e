import { cn } from "@/lib/cn.ts";
import { Modal, type ModalProps } from "./modal.tsx";

export type DialogProps = ModalProps & { width?: "normal" | "wide" | undefined };

/**
 * Work before the page: in the middle of a desktop, from the lower edge on a phone. A button in the footer sends a form
 * of the children by `form="its id"`.
 */
export function Dialog({ width, ...rest }: DialogProps) {
  return (
    <Modal
      {...rest}
      place={cn(
        "max-h-[94dvh] sm:m-auto sm:max-h-[90dvh] sm:w-[calc(100%-4rem)] sm:rounded-card",
        width === "wide" ? "sm:max-w-[60rem]" : "sm:max-w-[38rem]",
      )}
    />
  );
}

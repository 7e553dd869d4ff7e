import { Modal, type ModalProps } from "./modal.tsx";

/** Work beside the page: from the side of a desktop, so that the list stays in sight; from the lower edge on a phone. */
export function Sheet(props: ModalProps) {
  return (
    <Modal
      {...props}
      place="max-h-[94dvh] md:mt-0 md:ms-auto md:h-dvh md:max-h-dvh md:w-[min(34rem,90vw)] md:rounded-s-card md:rounded-e-none"
    />
  );
}

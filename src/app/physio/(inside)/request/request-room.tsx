"use client";

import { PhysioRequest } from "@/features/clearance/physio/physio-request.tsx";
import { DocumentList } from "@/features/documents/document-list.tsx";
import { LetterUpload } from "@/features/documents/letter-upload.tsx";

/** The request and its letters come from two rooms; here they meet. */
export function RequestRoom({ requestId }: { requestId: string | undefined }) {
  return (
    <PhysioRequest
      requestId={requestId}
      upload={(id) => <LetterUpload requestId={id} />}
      list={(files) => <DocumentList documents={files} area="physio" />}
    />
  );
}

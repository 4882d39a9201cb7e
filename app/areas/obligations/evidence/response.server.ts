import { fileResponse, ownFileResponse } from "~/kernel/files.server";

type Evidence = {
  id: string;
  text: string | null;
  hash: string | null;
  name: string | null;
  type: string | null;
  sealed: boolean;
};

/** A piece of evidence as it was given: the kept file, or its words. Whoever asks has found it in his own scope. */
export async function evidenceResponse(evidence: Evidence): Promise<Response> {
  const { id, text, hash, name, type, sealed } = evidence;
  if (sealed && name && type) return ownFileResponse({ id, name, type });
  if (hash && name && type) return fileResponse({ hash, name, type });
  return new Response(text ?? "", {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

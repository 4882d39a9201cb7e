import { fileResponse } from "~/kernel/files.server";

type Evidence = { text: string | null; hash: string | null; name: string | null; type: string | null };

/** A piece of evidence as it was given: the kept file, or its words. Whoever asks has found it in his own scope. */
export async function evidenceResponse({ text, hash, name, type }: Evidence): Promise<Response> {
  if (hash && name && type) return fileResponse({ hash, name, type });
  return new Response(text ?? "", {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

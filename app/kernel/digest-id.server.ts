import { createHash, type Hash } from "node:crypto";

/** A UUID (version 8) made of what `write` puts into the digest: the same content is always the same id. */
export async function digestId(write: (hash: Hash) => void | Promise<void>): Promise<string> {
  const hash = createHash("sha256");
  await write(hash);
  const hex = hash.digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server";

/** Stands in the source for all to read: only with the sample and in tests. */
const SAMPLE_KEY = "the key of the sample country, which protects nobody";

const FORM = "v1";

function keyFor(purpose: "seal" | "find"): Buffer {
  const { PERSONAL_DATA_KEY, SAMPLE, NODE_ENV } = env();
  const key = PERSONAL_DATA_KEY ?? (SAMPLE === "1" || NODE_ENV === "test" ? SAMPLE_KEY : undefined);
  if (key === undefined) throw new Error("PERSONAL_DATA_KEY is not set.");
  return Buffer.from(hkdfSync("sha256", key, "", `peyvand ${purpose} ${FORM}`, 32));
}

/** Whether this installation can seal: without a key nothing is asked for that would have to be sealed. */
export function canSeal(): boolean {
  const { PERSONAL_DATA_KEY, SAMPLE, NODE_ENV } = env();
  return PERSONAL_DATA_KEY !== undefined || SAMPLE === "1" || NODE_ENV === "test";
}

/** Seals a text for one record (`owner`): carried over to another it does not open. */
export function seal(text: string, owner: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${FORM}.${sealed.toString("base64url")}`;
}

/** The sealed text, or null where another key, another record or another hand sealed it. */
export function unseal(sealed: string, owner: string): string | null {
  const [form, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  if (form !== FORM || bytes.length < 28 || !canSeal()) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), bytes.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** A keyed hash by which a whole text is found again within `scope`; two scopes have nothing in common. */
export function keyedHash(text: string, scope: string): string {
  return createHmac("sha256", keyFor("find")).update(`${scope}\n${text}`).digest("base64url");
}

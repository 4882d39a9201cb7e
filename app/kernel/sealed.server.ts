import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.server";

/** Stands in the source for all to read: only with the sample and in tests. */
const SAMPLE_KEY = "the key of the sample country, which protects nobody";

const FORM = "v1";

/** Keys already derived: a list of people asks for the same thousands of times. */
const derived = new Map<string, Buffer>();

function keyFor(purpose: "seal" | "find"): Buffer {
  const { PERSONAL_DATA_KEY, SAMPLE, NODE_ENV } = env();
  const key = PERSONAL_DATA_KEY ?? (SAMPLE === "1" || NODE_ENV === "test" ? SAMPLE_KEY : undefined);
  if (key === undefined) throw new Error("PERSONAL_DATA_KEY is not set.");
  const known = derived.get(`${purpose} ${key}`);
  if (known) return known;
  const made = Buffer.from(hkdfSync("sha256", key, "", `peyvand ${purpose} ${FORM}`, 32));
  derived.set(`${purpose} ${key}`, made);
  return made;
}

/** Whether this installation can seal: without a key nothing is asked for that would have to be sealed. */
export function canSeal(): boolean {
  const { PERSONAL_DATA_KEY, SAMPLE, NODE_ENV } = env();
  return PERSONAL_DATA_KEY !== undefined || SAMPLE === "1" || NODE_ENV === "test";
}

/** Seals bytes for one record (`owner`): carried over to another they do not open. */
export function sealBytes(bytes: Uint8Array, owner: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(owner));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

/** The bytes that were sealed, or null where another key, another record or another hand sealed them. */
export function unsealBytes(sealed: Uint8Array, owner: string): Buffer | null {
  if (sealed.length < 28 || !canSeal()) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), sealed.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Seals a text for one record (`owner`), as bytes are sealed. */
export function seal(text: string, owner: string): string {
  return `${FORM}.${Buffer.from(sealBytes(Buffer.from(text), owner)).toString("base64url")}`;
}

/** The sealed text, or null where another key, another record or another hand sealed it. */
export function unseal(sealed: string, owner: string): string | null {
  const [form, body = ""] = sealed.split(".");
  if (form !== FORM) return null;
  return unsealBytes(Buffer.from(body, "base64url"), owner)?.toString("utf8") ?? null;
}

/** A keyed hash by which a whole text is found again within `scope`; two scopes have nothing in common. */
export function keyedHash(text: string, scope: string): string {
  return createHmac("sha256", keyFor("find")).update(`${scope}\n${text}`).digest("base64url");
}

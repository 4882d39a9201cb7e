import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
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

const NONCE = 12;
const TAG = 16;
/** Bytes that are sealed or opened at a time: what is large is not in memory a second time. */
const PART = 64 * 1024;

/** What sealed bytes consist of, for one record (`owner`): carried over to another they do not open. */
export function* sealedParts(bytes: Uint8Array, owner: string): Generator<Uint8Array> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(owner));
  yield nonce;
  for (let at = 0; at < bytes.length; at += PART) yield cipher.update(bytes.subarray(at, at + PART));
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** Seals bytes for one record (`owner`). */
export function sealBytes(bytes: Uint8Array, owner: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...sealedParts(bytes, owner)]));
}

/** The bytes that were sealed, or null where another key, another record or another hand sealed them. */
export function unsealBytes(sealed: Uint8Array, owner: string): Buffer | null {
  if (sealed.length < NONCE + TAG || !canSeal()) return null;
  const decipher = opening(sealed.subarray(0, NONCE), sealed.subarray(-TAG), owner);
  const opened = decipher.update(sealed.subarray(NONCE, -TAG));
  return isRight(decipher) ? opened : null;
}

function isRight(decipher: ReturnType<typeof opening>): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

const opening = (nonce: Uint8Array, tag: Uint8Array, owner: string) =>
  createDecipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);

/** As `unsealBytes`, of a file that holds sealed bytes alone. Nothing of it is given before all of it is known to be right. */
export async function unsealFile(place: string, owner: string): Promise<Buffer | null> {
  const file = await open(place);
  try {
    const { size } = await file.stat();
    if (size < NONCE + TAG || !canSeal()) return null;
    const [nonce, tag] = [Buffer.alloc(NONCE), Buffer.alloc(TAG)];
    await file.read(nonce, 0, NONCE, 0);
    await file.read(tag, 0, TAG, size - TAG);
    const decipher = opening(nonce, tag, owner);
    const opened = Buffer.alloc(size - NONCE - TAG);
    const part = Buffer.alloc(PART);
    for (let at = 0; at < opened.length;) {
      const { bytesRead } = await file.read(part, 0, Math.min(PART, opened.length - at), NONCE + at);
      if (bytesRead === 0) return null;
      opened.set(decipher.update(part.subarray(0, bytesRead)), at);
      at += bytesRead;
    }
    return isRight(decipher) ? opened : null;
  } finally {
    await file.close();
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

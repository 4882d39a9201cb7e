import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { env } from "./env.server";
import { Refusal } from "./refusal";
import { canSeal, sealedParts, unsealFile } from "./sealed.server";

/** Largest file that is kept, in bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** A file that is kept; `name` is as its sender called it, for showing only. */
export type StoredFile = { hash: string; name: string; type: FileType; size: number };

export type FileType = "image/png" | "image/jpeg" | "application/pdf";

const BEGINNINGS: readonly (readonly [FileType, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** What a file is by its first bytes, whatever its name and its sender say; null for everything we do not keep. */
export function typeOf(bytes: Uint8Array): FileType | null {
  const found = BEGINNINGS.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

const HASH = /^[0-9a-f]{64}$/;

/** `DATA_DIR/files/ab/abcd…`: a file lies under the hash of its content, once. */
function placeOf(hash: string): string {
  if (!HASH.test(hash)) throw new Error("Not the hash of a file.");
  return path.resolve(env().DATA_DIR, "files", hash.slice(0, 2), hash);
}

/**
 * Keeps a picture or a PDF under the hash of its content. Outside any unit of work: a file that no record comes to
 * name does no harm. Refuses `invalid` an empty file, one of more than 5 MB, and every other type.
 */
export async function storeFile(bytes: Uint8Array, name: string): Promise<StoredFile> {
  const file = lookedThrough(bytes, name);
  const place = placeOf(file.hash);
  const there = await stat(place).catch(() => null);
  if (there?.size !== bytes.length) await write(place, bytes);
  return file;
}

/** What a file is, refused where it is none that we keep. */
function lookedThrough(bytes: Uint8Array, name: string): StoredFile {
  if (bytes.length === 0) throw new Refusal("invalid", "refusal.file-empty", { field: "file" });
  if (bytes.length > LARGEST_FILE) throw new Refusal("invalid", "refusal.file-large", { field: "file" });
  const type = typeOf(bytes);
  if (!type) throw new Refusal("invalid", "refusal.file-type", { field: "file" });
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, name: shownName(name), type, size: bytes.length };
}

/** Written beside and renamed, so that nobody ever reads half a file. */
async function write(place: string, bytes: Uint8Array | Iterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true });
  const beside = `${place}.${uuidv7()}`;
  await writeFile(beside, bytes, { flush: true });
  await rename(beside, place);
}

/** Where files about people lie, sealed and as they came: the second before this installation had a key. */
const SEALED = "own-sealed";
const PLAIN = "own";
type Manner = typeof SEALED | typeof PLAIN;

const rootOf = (manner: Manner) => path.resolve(env().DATA_DIR, "files", manner);

/** `DATA_DIR/files/own-sealed/ab/…`: a file about somebody lies under the id of the one record that names it, and goes with it. */
function ownPlaceOf(id: string, manner: Manner): string {
  if (!isUuid(id)) throw new Error("Not the id of a file.");
  return path.join(rootOf(manner), id.slice(-2), id);
}

const ownerOf = (id: string) => `file about a person ${id}`;

const writeSealed = (id: string, bytes: Uint8Array) =>
  write(ownPlaceOf(id, SEALED), sealedParts(bytes, ownerOf(id)));

const writeOwn = (id: string, bytes: Uint8Array) =>
  canSeal() ? writeSealed(id, bytes) : write(ownPlaceOf(id, PLAIN), bytes);

/** As `storeFile`, for a file about a person: sealed, and the same content kept for two of them is kept twice. */
export async function storeOwnFile(id: string, bytes: Uint8Array, name: string): Promise<StoredFile> {
  const file = lookedThrough(bytes, name);
  await writeOwn(id, bytes);
  return file;
}

/**
 * Keeps what the application itself wrote for one record, sealed under that record's id; written again it takes the place of what
 * was there. No record names it to the sweep, which takes it away when it is a day old.
 */
export async function storeWrittenFile(
  id: string,
  bytes: Uint8Array,
): Promise<{ hash: string; size: number }> {
  await writeOwn(id, bytes);
  return { hash: createHash("sha256").update(bytes).digest("hex"), size: bytes.length };
}

/** Removes the content of files about a person; one that is gone already does no harm. */
export async function removeOwnFiles(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (const manner of [PLAIN, SEALED] as const) await rm(ownPlaceOf(id, manner), { force: true });
  }
}

/** Seals what was kept before this installation had a key. Answers how many files were. */
export async function sealOwnFiles(): Promise<number> {
  if (!canSeal()) return 0;
  let sealed = 0;
  for (const folder of await readdir(rootOf(PLAIN)).catch(() => [])) {
    for (const id of (await readdir(path.join(rootOf(PLAIN), folder))).filter(isUuid)) {
      const place = ownPlaceOf(id, PLAIN);
      const content = await readFile(place).catch(ifGone);
      if (!content) continue;
      await writeSealed(id, content);
      await rm(place, { force: true });
      sealed++;
    }
  }
  return sealed;
}

/** Null for a file that is not there; everything else is a fault. */
function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

const DAY_MS = 86_400_000;

/**
 * Removes files about people, older than a day, that no record names: their writer was killed, or never learned whether its
 * record came to be. `kept` answers which of some ids a record names. Answers how many went.
 */
export async function sweepOwnFiles(
  kept: (ids: string[]) => Promise<readonly string[]>,
  now: Date,
): Promise<number> {
  let gone = 0;
  for (const manner of [PLAIN, SEALED] as const) {
    const root = rootOf(manner);
    for (const folder of await readdir(root).catch(() => []))
      gone += await sweepFolder(path.join(root, folder), kept, now);
  }
  return gone;
}

async function sweepFolder(
  folder: string,
  kept: (ids: string[]) => Promise<readonly string[]>,
  now: Date,
): Promise<number> {
  const old: string[] = [];
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(path.join(folder, name)).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < now.getTime() - DAY_MS) old.push(name);
  }
  const named = new Set(old.length === 0 ? [] : await kept(old.filter(isUuid)));
  const lost = old.filter((one) => !named.has(one));
  for (const name of lost) await rm(path.join(folder, name), { force: true });
  return lost.length;
}

/**
 * The answer that hands over a file about a person, as `fileResponse`. Refuses `missing` where its content is gone, and
 * `conflict` where this installation's key does not open it.
 */
export async function ownFileResponse(file: { id: string; name: string; type: string }): Promise<Response> {
  const opened = await unsealFile(ownPlaceOf(file.id, SEALED), ownerOf(file.id)).catch(ifNotSealed);
  if (opened === null) throw new Refusal("conflict", "refusal.file-sealed");
  const content = opened ?? (await readFile(ownPlaceOf(file.id, PLAIN)).catch(ifGone));
  if (content === null) throw new Refusal("missing", "refusal.missing");
  return handedOver(content, file);
}

const ifNotSealed = (error: NodeJS.ErrnoException): undefined => void ifGone(error);

/** The last part of a path, without control and direction characters, at most 120 characters. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return [...last.replace(/[\p{Cc}\p{Cf}"]/gu, "").trim()].slice(-120).join("") || "file";
}

/** The content of a kept file. Whoever asks has to have found a record of his own that names it. */
export async function readStoredFile(hash: string): Promise<Buffer> {
  return readFile(placeOf(hash));
}

/** The answer that hands a kept file over: never shown inside a page, never guessed at by the browser. */
export async function fileResponse(file: { hash: string; name: string; type: string }): Promise<Response> {
  return handedOver(await readStoredFile(file.hash), file);
}

function handedOver(content: Buffer, file: { name: string; type: string }): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": file.type,
      "content-length": String(content.length),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    },
  });
}

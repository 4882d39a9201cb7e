import type { Readable } from "node:stream";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { sheetRefusal } from "./sniff.server";

/** Parts of an archive, and bytes that one part may unpack to: a small file can claim gigabytes. */
const MOST_ENTRIES = 2000;
const LARGEST_ENTRY = 256 * 1024 * 1024;
const LARGEST_WHOLE_ENTRY = 64 * 1024 * 1024;

/** The parts of a workbook by name; each is read on its own. */
export type Archive = {
  has(name: string): boolean;
  /** The part unpacked chunk by chunk; no more than its directory says is ever unpacked, and no part larger than `largest`. */
  stream(name: string, largest?: number): Promise<Readable>;
  /** The part as text, or null when there is none. */
  text(name: string): Promise<string | null>;
};

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw sheetRefusal("broken");
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve());
    zip.on("error", reject);
    zip.readEntry();
  });
  return entries;
}

/** Opens an archive that is in memory. Refuses one that is damaged. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let zip: ZipFile;
  let entries: Map<string, Entry>;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    entries = await entriesOf(zip);
  } catch {
    throw sheetRefusal("broken");
  }
  const stream = async (name: string, largest = LARGEST_ENTRY) => {
    const entry = entries.get(name);
    if (!entry) throw sheetRefusal("broken");
    if (entry.isEncrypted()) throw sheetRefusal("encrypted");
    if (entry.uncompressedSize > largest) throw sheetRefusal("too-large-inside");
    return zip.openReadStreamPromise(entry);
  };
  return {
    has: (name) => entries.has(name),
    stream,
    async text(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.uncompressedSize > LARGEST_WHOLE_ENTRY) throw sheetRefusal("too-large-inside");
      const chunks: Buffer[] = [];
      for await (const chunk of await stream(name)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString("utf8");
    },
  };
}

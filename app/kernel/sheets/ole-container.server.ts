/** Bytes with which every container of the old Office formats begins; an encrypted file of the new ones lies in such a one. */
const BEGINNING = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const ENTRY = 128;
/** Above these a number of a sector is a mark: the chain ends, or there is none. */
const LAST_SECTOR = 0xfffffffa;
/** Streams of which the names are read: a container of Office has a few dozen. */
const MOST_ENTRIES = 4096;
/** Further parts of the table of sectors: more than the largest file that is read can have. */
const MOST_MORE = 16;

export const isOleContainer = (bytes: Uint8Array): boolean =>
  BEGINNING.slice(0, 4).every((byte, index) => bytes[index] === byte);

export type OleKind = "encrypted" | "old-xls" | "old-office" | "broken";

/**
 * What a container holds, by the names of its streams and not by bytes that may stand anywhere in it: a package behind a
 * password (ECMA-376, whatever its cipher), an old workbook, or another old document. `broken` where it cannot be followed.
 */
export function oleKind(bytes: Uint8Array): OleKind {
  const names = streamNames(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) return "encrypted";
  if (names.has("Workbook") || names.has("Book")) return "old-xls";
  return names.size > 0 ? "old-office" : "broken";
}

/** Where the table of sectors lies: its first 109 parts stand in the header, the others in a chain of their own. */
function sectorTable(file: Buffer, size: number, at: (sector: number) => number): number[] {
  const table = Array.from({ length: 109 }, (_, index) => file.readUInt32LE(76 + index * 4));
  let more = file.readUInt32LE(68);
  for (let read = 0; more < LAST_SECTOR && read < MOST_MORE; read += 1) {
    const last = size / 4 - 1;
    for (let index = 0; index < last; index += 1) table.push(file.readUInt32LE(at(more) + index * 4));
    more = file.readUInt32LE(at(more) + last * 4);
  }
  return table;
}

function streamNames(file: Buffer): Set<string> {
  const names = new Set<string>();
  try {
    const size = 1 << file.readUInt16LE(30);
    if (size !== 512 && size !== 4096) return names;
    const at = (sector: number) => (sector + 1) * size;
    const table = sectorTable(file, size, at);
    const next = (sector: number) => {
      const perSector = size / 4;
      const part = table[Math.floor(sector / perSector)] ?? LAST_SECTOR;
      return part >= LAST_SECTOR ? LAST_SECTOR : file.readUInt32LE(at(part) + (sector % perSector) * 4);
    };
    let sector = file.readUInt32LE(48);
    for (let read = 0; sector < LAST_SECTOR && read < MOST_ENTRIES; sector = next(sector)) {
      for (let offset = 0; offset < size; offset += ENTRY, read += 1) {
        const entry = file.subarray(at(sector) + offset, at(sector) + offset + ENTRY);
        const length = entry.length < ENTRY ? 0 : entry.readUInt16LE(64);
        // A stream has kind 2; a name counts its closing zero.
        if (entry[66] === 2 && length >= 2 && length <= 64)
          names.add(entry.toString("utf16le", 0, length - 2));
      }
    }
  } catch {
    // A number that leads out of the file: what was read till then tells enough, or nothing.
  }
  return names;
}

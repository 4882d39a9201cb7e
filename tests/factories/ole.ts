const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

/**
 * A container of the old Office formats (ECMA-376 part 4, MS-CFB) with these streams. `late` puts its directory behind so many
 * sectors of content, as LibreOffice does.
 */
export function anOleContainer(streams: readonly string[], { late = 0 }: { late?: number } = {}): Uint8Array {
  const entries = ["Root Entry", ...streams];
  const directories = Math.ceil(entries.length / 4);
  const parts = Math.ceil((late + directories + 300) / 128);
  const table = Buffer.alloc(parts * SECTOR, 0xff);
  const first = parts + late;
  for (let part = 0; part < parts; part += 1) table.writeUInt32LE(TABLE, part * 4);
  for (let at = 0; at < late; at += 1)
    table.writeUInt32LE(at === late - 1 ? END : parts + at + 1, (parts + at) * 4);
  for (let at = 0; at < directories; at += 1)
    table.writeUInt32LE(at === directories - 1 ? END : first + at + 1, (first + at) * 4);

  const header = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(parts, 44);
  header.writeUInt32LE(first, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let part = 0; part < 109; part += 1) header.writeUInt32LE(part < parts ? part : FREE, 76 + part * 4);

  const directory = Buffer.alloc(directories * SECTOR);
  entries.forEach((name, index) => {
    const entry = directory.subarray(index * 128, (index + 1) * 128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = index === 0 ? 5 : 2;
  });
  return Buffer.concat([header, table, Buffer.alloc(late * SECTOR, 7), directory]);
}

/** What a spreadsheet saves behind a password (agile or standard encryption). */
export const ENCRYPTED_STREAMS = ["\u0006DataSpaces", "Version", "EncryptionInfo", "EncryptedPackage"];

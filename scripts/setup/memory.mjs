/** Folders that lie in memory, for what lives no longer than a run. */
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { isRunning } from "./processes.mjs";

/** A folder whose files are kept in memory (Linux). Containers often give it 64 MB only. */
const IN_MEMORY = "/dev/shm";
const NAME = /^peyvand-test-(\d+)$/;

/**
 * Makes a folder in memory that belongs to this process, and removes those of processes that are no more.
 * @param {{ room: number, spare: number }} bytes what the folder must be able to take, and what the machine must have
 *   left besides
 * @returns {string | undefined} nothing where there is no such room
 */
export function folderInMemory({ room, spare }) {
  if (process.platform !== "linux" || !existsSync(IN_MEMORY)) return undefined;
  try {
    for (const name of readdirSync(IN_MEMORY)) {
      const owner = Number(NAME.exec(name)?.[1] ?? process.pid);
      if (!isRunning(owner)) rmSync(path.join(IN_MEMORY, name), { recursive: true, force: true });
    }
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    if (bavail * bsize < room || process.availableMemory() < room + spare) return undefined;
    const folder = path.join(IN_MEMORY, `peyvand-test-${process.pid}`);
    mkdirSync(folder, { mode: 0o711 });
    return folder;
  } catch {
    return undefined; // it is another user's, or may not be written
  }
}

/** A lock file that dies with its holder. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { birthOf, isRunning } from "./processes.mjs";
import { Fault } from "./say.mjs";

/**
 * Takes the lock, or says who holds it. A lock whose holder no longer runs is taken over.
 * @param {string} file
 * @returns {{ release(): void } | { heldBy: number }}
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${process.pid} ${birthOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file); // unlike a rename it fails when the name is taken, and the content is there at once
        return {
          release() {
            if (read(file) === mine) rmSync(file, { force: true });
          },
        };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const [pid, birth] = read(file).split(" ");
      const holder = Number(pid);
      if (isRunning(holder) && (birthOf(holder) === birth || !birth)) {
        if (holder !== process.pid) return { heldBy: holder };
      }
      if (attempt > 5) throw new Fault(`The lock ${file} cannot be taken; remove it by hand.`);
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

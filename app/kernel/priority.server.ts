import { readFileSync } from "node:fs";
import { setPriority } from "node:os";

/** A tenth of the processor where something else wants all of it, and all where nothing does. */
const NICE = 10;

let isBack = false;

function lower(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // Where a program may not step back, or another owns the process, it runs as everything else does.
  }
}

/** From now on this process goes behind those that serve pages, and so does what PostgreSQL does for it on this machine. */
export function stepBack(): void {
  isBack = true;
  lower(0);
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8") === "postgres\n";
  } catch {
    return false;
  }
}

/** A connection was opened: `host` is where, a socket's folder on this machine, and `pid` its process there. */
export function stepsBackWith({ host, pid }: { host: string; pid: number }): void {
  if (isBack && host.startsWith("/") && isPostgres(pid)) lower(pid);
}

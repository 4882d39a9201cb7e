import { readFileSync } from "node:fs";
import { Fault } from "../../scripts/setup/say.mjs";

/** Linux reports processor time to programs in hundredths of a second, whatever the kernel's own clock. */
const MS_PER_TICK = 10;

/** Fields of `/proc/PID/stat` after the program's name. Empty when the process is gone. */
function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

const ticks = (fields: string[], ...indexes: number[]) =>
  indexes.reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);

/** Milliseconds (user + system) that a running process and all its threads have used. */
export function ofProcess(pid: number): number {
  const fields = fieldsOf(pid);
  if (fields.length === 0)
    throw new Fault(`Process ${pid} has no /proc entry: it ended, or this is no Linux.`);
  return ticks(fields, 11, 12) * MS_PER_TICK;
}

/** Milliseconds that a PostgreSQL server has used: its first process, those that run, and those that ended. */
export function ofCluster(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  const running = children.reduce((sum, child) => sum + ticks(fieldsOf(child), 11, 12), 0);
  return (ticks(fieldsOf(pid), 11, 12, 13, 14) + running) * MS_PER_TICK;
}

/** Milliseconds that this process has used. */
export function ofThisProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Resident memory of a process in megabytes. */
export function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  if (!line) throw new Fault(`The memory of process ${pid} cannot be read.`);
  return Number(line[1]) / 1024;
}

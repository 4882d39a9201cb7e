/** Milliseconds of this process's processor time that `work` uses: a busy machine makes it wait, and not compute, longer. */
export function processorTime(work: () => void): number {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1000;
}

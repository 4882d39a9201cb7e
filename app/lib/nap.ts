/** A pause that can be cut short, the same for all who are in it: whoever has nothing to do waits in it for its time or a call. */
export function nap(): { sleep: (ms: number) => Promise<void>; wake: () => void } {
  let sleeping: Promise<void> | undefined;
  let wake = () => {};
  return {
    sleep: (ms) =>
      (sleeping ??= new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }).finally(() => (sleeping = undefined))),
    wake: () => wake(),
  };
}

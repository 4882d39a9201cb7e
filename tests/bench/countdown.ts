/** Resolves when `done` was called `times` times. */
export function countdown(times: number): { done: () => void; reached: Promise<void> } {
  let left = times;
  let reach = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return { done: () => --left === 0 && reach(), reached };
}

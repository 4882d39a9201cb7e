/** Does `work` `times` times, at most `width` at once. */
export async function atOnce(width: number, times: number, work: (index: number) => Promise<unknown>) {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < times; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

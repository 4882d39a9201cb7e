/**
 * What was asked for at once, when all of it is there, by name. Statements of a unit of work that are asked for so leave
 * in one write; one that fails fails them all.
 */
export async function together<T extends Record<string, unknown>>(
  asked: T,
): Promise<{ [Name in keyof T]: Awaited<T[Name]> }> {
  const names = Object.keys(asked);
  const answers = await Promise.all(Object.values(asked));
  return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as {
    [Name in keyof T]: Awaited<T[Name]>;
  };
}

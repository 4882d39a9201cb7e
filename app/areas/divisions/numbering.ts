/** Ids of counties without an official code, inside their province. */
const WITHOUT_CODE = { first: 500, last: 999 } as const;

/** The two digits of a province's official code, from its id: Golestan 28000 → "27". */
export function provinceCodeOf(provinceId: number): string {
  return String(provinceId / 1000 - 1).padStart(2, "0");
}

/**
 * The id of a county from its official code: its province's id and the last two digits. Undefined when the code is not
 * one of this province, or ends in 00.
 */
export function countyIdOf(provinceId: number, code: string): number | undefined {
  if (!/^\d{4}$/.test(code) || !code.startsWith(provinceCodeOf(provinceId))) return undefined;
  const last = Number(code.slice(2));
  return last === 0 ? undefined : provinceId + last;
}

/**
 * The next id for a county without an official code, above every one ever given in the province: closed counties keep
 * theirs. Undefined when none is left.
 */
export function nextIdWithoutCode(provinceId: number, given: readonly number[]): number | undefined {
  const next = Math.max(provinceId + WITHOUT_CODE.first - 1, ...given) + 1;
  return next > provinceId + WITHOUT_CODE.last ? undefined : next;
}

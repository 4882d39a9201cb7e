/**
 * A figure: of a rate both parts, of a count or a sum the numerator alone; of a median its values (ascending) too, and
 * the numerator is their number.
 */
export type Figure = { numerator: number; denominator: number | null; values?: readonly number[] };

export function isSameFigure(one: Figure, other: Figure): boolean {
  const [values, others] = [one.values ?? [], other.values ?? []];
  return (
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    values.length === others.length &&
    values.every((value, index) => value === others[index])
  );
}

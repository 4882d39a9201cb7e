/** The number of an export as it is written on its sheet: the place, then the count of its exports. */
export const exportNumber = (placeId: number, number: number): string => `${placeId}-${number}`;

/** The same inside a sentence: after Persian letters its two halves would change places. */
export const isolatedNumber = (placeId: number, number: number): string =>
  `\u2066${exportNumber(placeId, number)}\u2069`;

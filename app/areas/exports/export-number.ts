/** The number of an export as it is written on its sheet: the place, then the count of its exports. */
export const exportNumber = (placeId: number, number: number): string => `${placeId}-${number}`;

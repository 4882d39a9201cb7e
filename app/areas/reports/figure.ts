/** A figure: of a rate both parts, of a count or a sum the numerator alone. */
export type Figure = { numerator: number; denominator: number | null };

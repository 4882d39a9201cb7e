import type { Review } from "../minutes/review";

/** Whoever signs: his name, and his post in both languages. */
export type Signer = { name: string; titleFa: string; titleEn: string };

/** What is frozen of minutes beside their words: enough to print them again as they were. */
export type FrozenContent = {
  review: Review;
  council: { nameFa: string; nameEn: string } | null;
  /** Which session of its council, or null. */
  sequence: number | null;
  chair: Signer;
  secretary: Signer | null;
};

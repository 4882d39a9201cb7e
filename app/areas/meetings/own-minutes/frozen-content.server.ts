import { z } from "zod";
import { reviewOf } from "../minutes/stored-review.server";
import type { FrozenContent } from "./frozen";

const signer = z.object({ name: z.string(), titleFa: z.string(), titleEn: z.string() });
const Stored = z.object({
  review: z.unknown(),
  council: z.object({ nameFa: z.string(), nameEn: z.string() }).nullable(),
  sequence: z.number().nullable(),
  chair: signer,
  secretary: signer.nullable(),
});

/** The content of an approved version, held where it is read. */
export function frozenOf(stored: unknown): FrozenContent {
  const { review, ...rest } = Stored.parse(stored);
  return { ...rest, review: reviewOf(review) };
}

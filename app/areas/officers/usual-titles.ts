import type { OfficePost } from "./choices";

/** Titles with which a new appointment begins; they are its own from then on. */
export const USUAL_TITLES: Readonly<Record<OfficePost, { titleFa: string; titleEn: string }>> = {
  "public-relations": { titleFa: "مدیر روابط عمومی", titleEn: "Public relations manager" },
  officer: { titleFa: "رابط مردمی‌سازی", titleEn: "Engagement officer" },
};

import type { Level, Role } from "~/kernel/actor";

/** A post as a place usually has it; titles are what a new post begins with and belong to it from then on. */
export type UsualPost = { role: Role; titleFa: string; titleEn: string; count: number };

const COUNTY: UsualPost[] = [
  {
    role: "assistant",
    titleFa: "دستیار مردمی‌سازی فرماندار",
    titleEn: "Engagement Assistant to the Governor",
    count: 1,
  },
  { role: "expert", titleFa: "کارشناس مردمی‌سازی", titleEn: "Engagement Expert", count: 1 },
  { role: "governor", titleFa: "فرماندار", titleEn: "Governor", count: 1 },
];

const PROVINCE: UsualPost[] = [
  {
    role: "representative",
    titleFa: "نماینده استاندار در امر مردمی‌سازی",
    titleEn: "Representative of the Governor-General",
    count: 1,
  },
  {
    role: "provincial-expert",
    titleFa: "کارشناس نماینده استاندار",
    titleEn: "Provincial Engagement Expert",
    count: 1,
  },
];

const NATION: UsualPost[] = [
  {
    role: "national-officer",
    titleFa: "دستیار مردمی‌سازی رئیس‌جمهور",
    titleEn: "National Engagement Officer",
    count: 1,
  },
  {
    role: "national-expert",
    titleFa: "کارشناس دفتر ملی مردمی‌سازی",
    titleEn: "National Office Expert",
    count: 1,
  },
];

/** Roles of which a place may have two posts; of every other it has one. */
const TWO: readonly Role[] = ["expert", "provincial-expert", "national-expert"];

/** The usual posts of a place; `experts` is the number of its expert posts, one or two (S4-cl1). */
export function usualPosts(level: Level, experts: 1 | 2): UsualPost[] {
  const set = { county: COUNTY, province: PROVINCE, nation: NATION }[level];
  return set.map((post) => (TWO.includes(post.role) ? { ...post, count: experts } : post));
}

/** Whether a place that has posts of these roles has every usual one, with two experts. */
export function hasEveryUsualPost(level: Level, roles: readonly Role[]): boolean {
  return usualPosts(level, 2).every(
    ({ role, count }) => roles.filter((there) => there === role).length >= count,
  );
}

import type { RaiseObstacle } from "~/areas/obstacles/schema";

/** An obstacle as its form gives it. */
export function anObstacle(given: Partial<RaiseObstacle> = {}): RaiseObstacle {
  return {
    title: "مجوز برق گلخانه‌های زیر ۵۰۰ متر",
    kind: "permit",
    triedLocally: "در جلسه ۱۰ آبان از اداره برق خواسته شد؛ اختیار با استان است.",
    effect: "۴۰ گلخانه کوچک منتظر برق‌اند.",
    ...given,
  };
}

import { daysBetween, type IsoDate } from "~/lib/jalali";
import type { DeskItem } from "./desk-items";
import type { DeskVacancies } from "./load-above.server";
import type { DeskKey } from "./messages";

/** Posts that wait for the reader to appoint somebody; nothing where none does. */
export function vacancyItem(
  { count, oldest }: DeskVacancies,
  home: string,
  today: IsoDate,
  t: (key: DeskKey, vars?: Record<string, number>) => string,
): DeskItem | false {
  if (count === 0) return false;
  const days = oldest ? daysBetween(oldest, today) : 0;
  return {
    key: "vacancies",
    icon: "user-x",
    title: t("desk.vacancies", { count }),
    note: days > 0 ? t("desk.vacancies.oldest", { days }) : undefined,
    act: { to: `${home}/posts/vacancies?turn=mine`, label: t("desk.vacancies.open") },
  };
}

import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";

/** From when to when, joined by a word: a dash between two hours turns them round in Persian. */
export function HoursText({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const [from, to] = [startsAt, endsAt].map((time) => time && localDigits(time, locale));
  return <>{from && to ? t("minutes.review.hours", { from, to }) : (from ?? to)}</>;
}

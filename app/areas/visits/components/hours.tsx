import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { VisitsKey } from "../messages";

/** From when to when, in the digits of the page; nothing where no hour was said. */
export function Hours({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  if (!startsAt) return null;
  const from = localDigits(startsAt, locale);
  return <span>{endsAt ? t("visits.hours", { from, to: localDigits(endsAt, locale) }) : from}</span>;
}

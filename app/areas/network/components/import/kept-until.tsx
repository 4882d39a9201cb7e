import { formatJalali, todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import type { NetworkKey } from "../../messages";

/** Until which day something of a list is kept. */
export function KeptUntil({
  word,
  until,
}: {
  word: "network.import.waits-until" | "network.import.refused.until";
  until: Date | string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const day = todayIn(typeof until === "string" ? new Date(until) : until);
  return <>{t(word, { day: formatJalali(day, locale, "long") })}</>;
}

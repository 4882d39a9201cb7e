import { formatJalali, type IsoDate } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { NetworkKey } from "../../messages";

/** Says for when a contact was agreed: its day, and the hour where there is one. */
export function useAgreedWord() {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (nextOn: IsoDate, nextAt: string | null, style: "day-month" | "long" = "day-month") => {
    const date = formatJalali(nextOn, locale, style);
    return nextAt === null
      ? t("network.calls.agreed", { date })
      : t("network.calls.agreed-at", { date, time: localDigits(nextAt, locale) });
  };
}

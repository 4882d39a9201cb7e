import { formatJalali, type IsoDate } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Poster } from "~/ui/poster";
import type { NetworkKey } from "../../messages";

/** The poster of a join form. */
export function JoinPoster({
  until,
  ...poster
}: {
  qr: { size: number; path: string };
  address: string;
  place: string;
  name: string | null;
  until: IsoDate;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Poster
      {...poster}
      qrLabel={t("network.join.qr")}
      title={t("network.join.poster.title")}
      how={t("network.join.poster.how")}
      or={t("network.join.poster.or")}
      promise={t("network.join.poster.promise")}
      until={t("network.join.poster.until", { date: formatJalali(until, locale, "long") })}
      print={t("network.join.poster.print")}
    />
  );
}

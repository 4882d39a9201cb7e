import { formatJalali, type IsoDate } from "~/lib/jalali";
import { BrandMark } from "~/ui/brand";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { QrCode } from "~/ui/qr-code";
import type { NetworkKey } from "../../messages";

/** Prints this part of the page without the rest. */
function printPoster() {
  const { dataset } = document.documentElement;
  dataset.printing = "alone";
  window.addEventListener("afterprint", () => delete dataset.printing, { once: true });
  window.print();
}

/** A page for the wall: the code, the address in letters, and what is done with what one writes there. */
export function Poster({
  qr,
  address,
  place,
  name,
  until,
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
    <div data-print-alone>
      <div className="mx-auto flex max-w-120 flex-col items-center gap-4 rounded-card border border-line-2 bg-sheet p-6 text-center print:max-w-none print:gap-5 print:border-0 print:p-0">
        <p className="flex items-center gap-2 text-item text-ink-2">
          <BrandMark />
          <span>{place}</span>
        </p>
        <h2 className="text-title-phone print:text-[30pt] print:leading-normal">
          {t("network.join.poster.title")}
        </h2>
        {name !== null && <p className="text-section text-ink-2 print:text-[18pt]">{name}</p>}
        <div className="w-full max-w-72 print:max-w-[110mm]">
          <QrCode {...qr} label={t("network.join.qr")} />
        </div>
        <p className="text-item print:text-[15pt]">{t("network.join.poster.how")}</p>
        <p className="text-second text-ink-2">
          {t("network.join.poster.or")}
          <span className="mt-1 block break-all text-item text-ink">
            <bdi dir="ltr">{address}</bdi>
          </span>
        </p>
        <p className="text-second text-ink-2">{t("network.join.poster.promise")}</p>
        <p className="text-meta text-ink-3">
          {t("network.join.poster.until", { date: formatJalali(until, locale, "long") })}
        </p>
      </div>
      <p className="mt-4 text-center print:hidden">
        <Button type="button" icon="printer" onClick={printPoster}>
          {t("network.join.poster.print")}
        </Button>
      </p>
    </div>
  );
}

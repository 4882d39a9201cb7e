import { formatJalali, timeIn, todayIn, type DateStyle } from "~/lib/jalali";
import { useLocale, useNow, useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { localDigits } from "../numbers";

/**
 * Over every page of a sample: that nothing here is real, and, when the clock was set, the moment it shows.
 * Printed as well.
 */
export function Ribbon({ sample, clockSet }: { sample: boolean; clockSet: boolean }) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const now = useNow();
  if (!sample && !clockSet) return null;
  const at = (style: DateStyle) =>
    `${formatJalali(todayIn(now), locale, style)}${locale === "fa" ? "\u060c" : ","} ${localDigits(timeIn(now), locale)}`;
  return (
    <aside
      aria-label={t("ui.ribbon")}
      className="hatch-closed flex flex-wrap items-center justify-center gap-x-3 border-b border-line-2 px-4 py-0.5 text-center text-meta text-ink-2"
    >
      <span className="inline-flex items-center gap-1.5 rounded-chip bg-paper px-2">
        <Icon of="flask-conical" size={15} />
        {sample && <strong className="font-semibold whitespace-nowrap">{t("ui.sample")}</strong>}
        {sample && <span className="max-sm:hidden">{t("ui.sample.explain")}</span>}
        {clockSet && sample && <span className="sm:hidden">{at("long")}</span>}
        {clockSet && (
          <span className={sample ? "max-sm:hidden" : undefined}>
            {t("ui.clock-set", { moment: at("weekday") })}
          </span>
        )}
      </span>
    </aside>
  );
}

import { daysBetween, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { PAGE_FRESH_DAYS } from "../choices";
import type { BodiesKey } from "../messages";

/** Whether the text of an office's public page was confirmed lately; a dash where there is no text. */
export function PageFreshness({ confirmedOn, today }: { confirmedOn: IsoDate | null; today: IsoDate }) {
  const t = useT<BodiesKey>();
  if (!confirmedOn) return <>–</>;
  const age = daysBetween(confirmedOn, today);
  return age > PAGE_FRESH_DAYS ? (
    <Chip icon="clock" tone="saffron" title={t("bodies.page.stale", { count: age })}>
      {t("bodies.page.look")}
    </Chip>
  ) : (
    <Chip icon="check" tone="neutral">
      {t("bodies.page.fresh")}
    </Chip>
  );
}

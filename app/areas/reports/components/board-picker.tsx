import { Form } from "@remix-run/react";
import { periodLabel, type Period } from "~/lib/period";
import { Button } from "~/ui/button";
import { CONTROL_LOOK } from "~/ui/form/field";
import { useLocale, useT } from "~/ui/i18n";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";

/** Another indicator or quarter: an ordinary form of the address. */
export function BoardPicker({
  board,
  periods,
  province,
}: {
  board: BoardView;
  periods: readonly Period[];
  province: number | null;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2 print:hidden">
      {province !== null && <input type="hidden" name="province" value={province} />}
      <label className="flex min-w-0 flex-col gap-1 text-meta text-ink-3">
        {t("reports.board.indicator.other")}
        <select
          key={board.indicator.code}
          name="indicator"
          defaultValue={board.indicator.code}
          className={`${CONTROL_LOOK} max-w-72`}
        >
          {board.catalogue.map((one) => (
            <option key={one.code} value={one.code}>
              {locale === "fa" ? one.nameFa : one.nameEn}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1 text-meta text-ink-3">
        {t("reports.period")}
        <select key={board.period} name="period" defaultValue={board.period} className={CONTROL_LOOK}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {periodLabel(period, locale)}
            </option>
          ))}
        </select>
      </label>
      <Button>{t("reports.board.show")}</Button>
    </Form>
  );
}

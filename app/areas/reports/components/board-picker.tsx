import { Form } from "@remix-run/react";
import { periodLabel, type Period } from "~/lib/period";
import { Button } from "~/ui/button";
import { CONTROL_LOOK } from "~/ui/form/field";
import { Icon } from "~/ui/icon";
import { useLocale, useT } from "~/ui/i18n";
import { BORDERS } from "../borders";
import type { ReportsKey } from "../messages";
import type { PeerRule } from "../peers";
import type { BoardView } from "../queries/board-page.server";

const LOOK = `${CONTROL_LOOK} appearance-none py-1.5 pe-9`;
const chevron = (
  <Icon of="chevron-down" className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-3" />
);

/** Another indicator or quarter: an ordinary form of the address. */
export function BoardPicker({
  board,
  periods,
  province,
  peers,
}: {
  board: BoardView;
  periods: readonly Period[];
  province: number | null;
  peers: PeerRule | null;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2 print:hidden">
      {province !== null && <input type="hidden" name="province" value={province} />}
      {peers !== null && <input type="hidden" name="peers" value={peers} />}
      <label className="flex min-w-0 flex-col gap-1 text-meta text-ink-3">
        {t("reports.board.indicator.other")}
        <span className="relative max-w-72">
          <select
            key={board.indicator.code}
            name="indicator"
            defaultValue={board.indicator.code}
            className={LOOK}
          >
            {board.catalogue.map((one) => (
              <option key={one.code} value={one.code}>
                {locale === "fa" ? one.nameFa : one.nameEn}
              </option>
            ))}
          </select>
          {chevron}
        </span>
      </label>
      <label className="flex flex-col gap-1 text-meta text-ink-3">
        {t("reports.period")}
        <span className="relative">
          <select key={board.period} name="period" defaultValue={board.period} className={LOOK}>
            {periods.map((period) => (
              <option key={period} value={period}>
                {periodLabel(period, locale)}
              </option>
            ))}
          </select>
          {chevron}
        </span>
      </label>
      <label className="flex flex-col gap-1 text-meta text-ink-3">
        {t("reports.board.borders")}
        <span className="relative">
          <select key={board.borders} name="borders" defaultValue={board.borders} className={LOOK}>
            {BORDERS.map((borders) => (
              <option key={borders} value={borders}>
                {t(`reports.board.borders.${borders}`)}
              </option>
            ))}
          </select>
          {chevron}
        </span>
      </label>
      <Button>{t("reports.board.show")}</Button>
    </Form>
  );
}

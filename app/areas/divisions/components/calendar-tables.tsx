import { Form as PlainForm } from "@remix-run/react";
import { formatJalali, WEEKDAY_NAMES } from "~/lib/jalali";
import { scopeOf } from "~/kernel/actor";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Table } from "~/ui/table";
import type { DivisionsKey } from "../messages";
import type { ClosedDayRow, WeekendRow } from "../queries.server";

/** The closed weekdays, with the days between which each holds. */
export function WeekendTable({ rows }: { rows: readonly WeekendRow[] }) {
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  return (
    <Table
      caption={t("divisions.calendar.weekend")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "weekday",
          header: t("divisions.calendar.weekday"),
          cell: (row) => WEEKDAY_NAMES[locale][row.weekday],
        },
        {
          key: "from",
          header: t("divisions.calendar.from"),
          noWrap: true,
          cell: (row) => formatJalali(row.from, locale, "short"),
        },
        {
          key: "to",
          header: t("divisions.calendar.to"),
          cell: (row) => (row.to ? formatJalali(row.to, locale, "short") : t("divisions.calendar.open-end")),
        },
        {
          key: "of",
          header: t("divisions.calendar.of"),
          cell: (row) => t(`divisions.calendar.of.${scopeOf(row.divisionId).level}`),
        },
        {
          key: "state",
          header: t("divisions.calendar.state"),
          cell: (row) =>
            t(
              row.status === "assumed"
                ? "divisions.calendar.state.assumed"
                : "divisions.calendar.state.confirmed",
            ),
        },
      ]}
    />
  );
}

const KINDS = ["solar", "lunar", "declared", "closure"] as const;

/** The named closed days of a year, with what a keeper may still do about them. */
export function ClosedDayTable({
  rows,
  place,
  mayKeep,
  settleHref,
  requestId,
}: {
  rows: readonly ClosedDayRow[];
  place: number;
  mayKeep: boolean;
  settleHref: (row: ClosedDayRow) => string;
  requestId: string;
}) {
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const own = (row: ClosedDayRow) => mayKeep && row.divisionId === place && !row.withdrawn;
  return (
    <Table
      caption={t("divisions.calendar.days")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="p-4 text-second text-ink-3">{t("divisions.calendar.none")}</p>}
      columns={[
        {
          key: "day",
          header: t("divisions.calendar.day"),
          noWrap: locale === "fa",
          cell: (row) => formatJalali(row.day, locale, "weekday"),
        },
        {
          key: "name",
          header: t("divisions.calendar.name"),
          cell: (row) => <bdi>{locale === "fa" ? row.nameFa : row.nameEn}</bdi>,
        },
        {
          key: "kind",
          header: t("divisions.calendar.kind"),
          noWrap: true,
          cell: (row) => {
            const kind = KINDS.find((one) => one === row.kind);
            return kind && t(`divisions.calendar.kind.${kind}`);
          },
        },
        {
          key: "of",
          header: t("divisions.calendar.of"),
          cell: (row) => t(`divisions.calendar.of.${scopeOf(row.divisionId).level}`),
        },
        {
          key: "state",
          header: t("divisions.calendar.state"),
          cell: (row) =>
            row.withdrawn ? (
              <Chip icon="undo-2">{t("divisions.calendar.state.withdrawn")}</Chip>
            ) : row.status === "estimated" ? (
              t("divisions.calendar.state.estimated")
            ) : (
              t("divisions.calendar.state.confirmed")
            ),
        },
        ...(mayKeep
          ? [
              {
                key: "action",
                header: t("divisions.calendar.action"),
                quietHeader: true,
                phone: "bare" as const,
                cell: (row: ClosedDayRow) =>
                  own(row) &&
                  (row.kind === "closure" ? (
                    <PlainForm method="post">
                      <input type="hidden" name="intent" value="withdraw" />
                      <input type="hidden" name="closure" value={row.id} />
                      <input type="hidden" name="requestId" value={requestId} />
                      <Button kind="quiet" size="small">
                        {t("divisions.calendar.withdraw")}
                      </Button>
                    </PlainForm>
                  ) : (
                    row.status === "estimated" && (
                      <LinkButton kind="quiet" size="small" to={settleHref(row)}>
                        {t("divisions.calendar.settle")}
                      </LinkButton>
                    )
                  )),
              },
            ]
          : []),
      ]}
    />
  );
}

import type { ReactNode } from "react";
import type { IsoDate } from "~/lib/jalali";
import { DateText } from "~/ui/date-text";
import { CHECK_LOOK } from "~/ui/form/checkbox";
import { useLocale, useT } from "~/ui/i18n";
import { IconButton } from "~/ui/icon-button";
import { comma, listed } from "~/ui/listed";
import { Table, type Column } from "~/ui/table";
import { formatJalali } from "~/lib/jalali";
import { isReachable, silenceOf, stateOn, type Cadence } from "../../lifecycle";
import type { NetworkKey } from "../../messages";
import type { PersonInTable } from "../../queries.server/people";
import { SilenceBar } from "../contacts/silence-bar";
import { NoContactChip, StateChip } from "./state-chip";
import { TierMark } from "./tier";
import { Link } from "~/ui/link";

/** Members with their last contact and their silence; a card each on a phone. */
export function PeopleTable({
  people,
  base,
  cadence,
  today,
  mayContact,
  ticksForm,
  empty,
}: {
  people: readonly PersonInTable[];
  /** Address of the network in this place. */
  base: string;
  cadence: Cadence;
  today: IsoDate;
  mayContact: boolean;
  /** The form to which a tick beside each name belongs; without one there are no ticks. */
  ticksForm?: string;
  empty?: ReactNode;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();

  const next = (row: PersonInTable): string | null => {
    if (row.noContact || !isReachable(row.state)) return null;
    if (row.nextOn) return t("network.next.agreed", { date: formatJalali(row.nextOn, locale, "day-month") });
    if (row.state !== "active") return null;
    return silenceOf(row.quietSince, row.tier, cadence, today).isCold ? t("network.next.call") : null;
  };

  const columns: Column<PersonInTable>[] = [
    {
      key: "name",
      header: t("network.col.name"),
      cell: (row) => (
        <span className="list-name">
          {ticksForm && (
            <input
              type="checkbox"
              form={ticksForm}
              name="personIds"
              value={row.id}
              aria-label={t("network.bulk.tick", { name: row.fullName })}
              className={CHECK_LOOK}
            />
          )}
          <Link to={`${base}/people/${row.id}`} className="list-link">
            {row.fullName}
          </Link>
        </span>
      ),
    },
    {
      key: "circle",
      header: t("network.col.circle"),
      cell: (row) =>
        row.circles.length > 0 ? (
          listed(row.circles, locale)
        ) : (
          <span className="text-ink-3">{t("network.no-circle")}</span>
        ),
    },
    { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
    {
      key: "tier",
      header: t("network.col.tier"),
      cell: (row) => {
        const state = stateOn(row, cadence, today);
        const tier = <TierMark tier={row.tier} />;
        if (state === "active" && !row.noContact) return tier;
        return (
          <span className="inline-flex flex-wrap items-baseline gap-2">
            {tier}
            <StateChip state={state} quiet />
            {row.noContact && <NoContactChip />}
          </span>
        );
      },
    },
    {
      key: "last",
      header: t("network.col.last"),
      cell: (row) =>
        row.lastOn && row.lastOutcome ? (
          <>
            <DateText iso={row.lastOn} style="day-month" />
            {comma(locale)}
            {t(`network.outcome.${row.lastOutcome}`)}
          </>
        ) : (
          <span className="text-ink-3">{t("network.never")}</span>
        ),
    },
    {
      key: "silence",
      header: t("network.col.silence"),
      cell: (row) =>
        row.state === "active" ? <SilenceBar person={row} cadence={cadence} today={today} /> : "–",
    },
    {
      key: "next",
      header: t("network.col.next"),
      cell: (row) => next(row) ?? <span className="text-ink-3">–</span>,
      phone: "hidden",
    },
  ];
  if (mayContact) {
    columns.push({
      key: "call",
      header: t("network.col.call"),
      quietHeader: true,
      phone: "corner",
      cell: (row) =>
        isReachable(row.state) && !row.noContact ? (
          <IconButton
            to={`${base}/people/${row.id}/contact`}
            label={t("network.call-person", { name: row.fullName })}
            icon="phone"
            active
          />
        ) : null,
    });
  }
  return (
    <Table
      caption={t("network.people")}
      columns={columns}
      rows={people}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

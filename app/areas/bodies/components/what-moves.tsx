import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";
import { Table } from "~/ui/table";
import type { HeldThing, Holdings, OwingOffice } from "../abolition/preview.server";
import type { BodiesKey } from "../messages";

const COUNTED = [
  "offices",
  "obligations",
  "overdue",
  "demands",
  "obstacles",
  "groups",
  "ties",
  "links",
  "names",
] as const;

const ALWAYS: ReadonlySet<string> = new Set(["obligations", "demands"]);

/** What would go over to an heir, in numbers. */
export function WhatMoves({ held, isBody }: { held: Holdings; isBody: boolean }) {
  const t = useT<BodiesKey>();
  // What it owes is always said, also that it owes nothing; of the rest what there is.
  const shown = COUNTED.filter(
    (kind) => ALWAYS.has(kind) || (isBody || kind !== "offices" ? (held[kind] ?? 0) > 0 : false),
  );
  return (
    <Section title={t("bodies.end.what")}>
      <StatRow>
        {shown.map((kind) => (
          <Stat
            key={kind}
            figure={<Num value={held[kind] ?? 0} />}
            label={t(`bodies.end.what.${kind}`)}
            {...(kind === "overdue" && held.overdue > 0 ? { tone: "brick" as const } : {})}
          />
        ))}
      </StatRow>
      <p className="mt-3 max-w-160 text-second text-ink-2">{t("bodies.end.what.history")}</p>
      {held.ties === null && (
        <p className="mt-1 max-w-160 text-second text-ink-2">{t("bodies.end.what.elsewhere")}</p>
      )}
    </Section>
  );
}

/** What would go over, each by its name; `count` is how many there are in all. */
export function HeldList({ rows, count }: { rows: readonly HeldThing[]; count: number }) {
  const t = useT<BodiesKey>();
  if (rows.length === 0) return <p className="text-second text-ink-3">{t("bodies.end.what.nothing")}</p>;
  return (
    <Section title={t("bodies.end.list")}>
      <Table
        caption={t("bodies.end.list")}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.id}`}
        empty={null}
        columns={[
          {
            key: "kind",
            header: t("bodies.end.col.kind"),
            cell: (row) => t(`bodies.end.list.${row.kind}`),
            noWrap: true,
          },
          {
            key: "title",
            header: t("bodies.end.col.title"),
            cell: (row) => (
              <span lang="fa" dir="auto" className="line-clamp-2">
                {row.title}
              </span>
            ),
          },
          {
            key: "due",
            header: t("bodies.end.col.due"),
            cell: (row) => (row.dueOn ? <DateText iso={row.dueOn} /> : "–"),
            noWrap: true,
          },
        ]}
      />
      {count > rows.length && (
        <p className="mt-2 text-second text-ink-3">
          {t("bodies.end.list.more", { count: count - rows.length })}
        </p>
      )}
    </Section>
  );
}

/** The places whose office owes something, the most first. */
export function OwingPlaces({ rows }: { rows: readonly OwingOffice[] }) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  if (rows.length === 0) return <p className="text-second text-ink-3">{t("bodies.end.what.nothing")}</p>;
  return (
    <Section title={t("bodies.end.places")}>
      <Table
        caption={t("bodies.end.places")}
        rows={rows}
        rowKey={(row) => String(row.divisionId)}
        empty={null}
        columns={[
          {
            key: "place",
            header: t("bodies.end.col.place"),
            cell: (row) => (locale === "fa" ? row.placeFa : row.placeEn),
          },
          {
            key: "obligations",
            header: t("bodies.end.what.obligations"),
            cell: (row) => <Num value={row.obligations} />,
          },
          {
            key: "demands",
            header: t("bodies.end.what.demands"),
            cell: (row) => <Num value={row.demands} />,
          },
        ]}
      />
    </Section>
  );
}

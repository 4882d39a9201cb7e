import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import type { CouncilAbove } from "../above.server";
import type { CouncilsKey } from "../messages";

/** Councils of the levels above; nothing where there are none. */
export function CouncilsAbove({ councils, base }: { councils: readonly CouncilAbove[]; base: string }) {
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  if (councils.length === 0) return null;
  const fa = locale === "fa";
  const columns: Column<CouncilAbove>[] = [
    {
      key: "name",
      header: t("councils.name"),
      cell: (row) => (
        <Link to={`${base}/above/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {fa ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    { key: "place", header: t("councils.above.place"), cell: (row) => (fa ? row.placeFa : row.placeEn) },
    { key: "kind", header: t("councils.kind"), cell: (row) => t(`councils.kind.${row.kind}`), noWrap: true },
    {
      key: "chair",
      header: t("councils.chair-post"),
      cell: (row) => (fa ? row.chairFa : row.chairEn) ?? "–",
    },
  ];
  return (
    <div className="mt-8">
      <Section title={t("councils.above")} note={t("councils.above.note")}>
        <Table
          caption={t("councils.above")}
          columns={columns}
          rows={councils}
          rowKey={(row) => row.id}
          empty={null}
        />
      </Section>
    </div>
  );
}

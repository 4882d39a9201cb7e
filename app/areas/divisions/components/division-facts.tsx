import { scopeOf } from "~/kernel/actor";
import type { IsoDate } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { DivisionsKey } from "../messages";
import type { DivisionRow } from "../queries.server";
import { Link } from "~/ui/link";

type Named = DivisionRow & { names: { validFrom: IsoDate; nameFa: string; nameEn: string }[] };

/** What is on record about a province or county: code, degree, days, names since its beginning, successors. */
export function DivisionFacts({ division, successors }: { division: Named; successors: DivisionRow[] }) {
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const isCounty = scopeOf(division.id).level === "county";
  const inLocale = (row: { nameFa: string; nameEn: string }) => (locale === "fa" ? row.nameFa : row.nameEn);
  return (
    <Section title={t("divisions.facts")}>
      <Facts
        facts={[
          {
            label: t("divisions.column.code"),
            value: division.code ? <Code>{division.code}</Code> : t("divisions.no-code"),
          },
          {
            label: t("divisions.field.grade"),
            value: isCounty
              ? t(division.grade === "special" ? "divisions.grade.special" : "divisions.grade.ordinary")
              : null,
          },
          { label: t("divisions.field.valid-from"), value: <DateText iso={division.validFrom} /> },
          {
            label: t("divisions.field.closed-on"),
            value: division.validTo ? <DateText iso={division.validTo} /> : null,
          },
          {
            label: t("divisions.successors"),
            value:
              successors.length > 0 ? (
                <ul className="flex flex-wrap gap-x-4">
                  {successors.map((one) => (
                    <li key={one.id}>
                      <Link to={`/admin/${one.id}`} className="text-teal hover:underline">
                        {inLocale(one)}
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : null,
          },
          {
            label: t("divisions.names"),
            value:
              division.names.length > 1 ? (
                <ol>
                  {division.names.map((name) => (
                    <li key={name.validFrom}>
                      {inLocale(name)}{" "}
                      <span className="text-ink-3">
                        <DateText iso={name.validFrom} />
                      </span>
                    </li>
                  ))}
                </ol>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

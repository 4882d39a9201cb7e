import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { VisitsKey } from "../messages";
import type { VisitRow } from "../queries.server";
import { VisitTable } from "./visit-table";

/** Visits of and to an office, on its own desk: also those to which nobody came. Nothing where there are none. */
export function OfficeVisits({ visits }: { visits: readonly VisitRow[] }) {
  const t = useT<VisitsKey>();
  if (visits.length === 0) return null;
  return (
    <div className="mt-8">
      <Section title={t("visits.of-and-to")} note={t("visits.of-and-to.note")}>
        <VisitTable caption={t("visits.of-and-to")} rows={visits} base={null} reasons empty={null} />
      </Section>
    </div>
  );
}

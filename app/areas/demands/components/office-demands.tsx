import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import type { DemandKey } from "../messages";
import type { OfficeDemandRow } from "../queries.server";
import { Link } from "~/ui/link";

/** Demands that wait for an office's answer, the nearest limit first. Nothing of who asked stands here. */
export function OfficeDemands({ demands, base }: { demands: readonly OfficeDemandRow[]; base: string }) {
  const t = useT<DemandKey>();
  return (
    <Section title={t("demands.office.title")}>
      {demands.length === 0 ? (
        <p className="text-second text-ink-3">{t("demands.office.none")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {demands.map((demand) => (
            <Sheet key={demand.id} as="li">
              <Link to={`${base}/${demand.id}`} className="line-clamp-3 text-item hover:text-teal">
                <bdi>{demand.title}</bdi>
              </Link>
              <p className="mt-1 flex flex-wrap gap-x-5 text-second text-ink-2">
                <span>{t(`demands.kind.${demand.kind}`)}</span>
                <span>{t(`demands.field.${demand.field}`)}</span>
                {demand.limitOn && (
                  <span>
                    {t("demands.column.limit")}: <DateText iso={demand.limitOn} style="day-month" relative />
                  </span>
                )}
              </p>
            </Sheet>
          ))}
        </ul>
      )}
    </Section>
  );
}

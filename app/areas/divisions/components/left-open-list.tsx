import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { MATTERS, type LeftOpen } from "../left-open";
import type { DivisionsKey } from "../messages";

/** What is unfinished in a county, in numbers, and what becomes of each matter once the county is closed. */
export function LeftOpenList({ left }: { left: LeftOpen }) {
  const t = useT<DivisionsKey>();
  const open = MATTERS.filter((matter) => left[matter] > 0);
  return (
    <div className="mb-6">
      <Section title={t("divisions.left")}>
        {open.length === 0 ? (
          <p className="text-second text-ink-2">{t("divisions.left.none")}</p>
        ) : (
          <>
            <p className="mb-3 text-second text-ink-2">{t("divisions.left.lead")}</p>
            <dl className="divide-y divide-line">
              {open.map((matter) => (
                <div key={matter} className="py-2">
                  <dt className="text-item">{t(`divisions.left.${matter}`, { count: left[matter] })}</dt>
                  <dd className="text-second text-ink-2">{t(`divisions.left.${matter}.then`)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Section>
    </div>
  );
}

import type { ReactNode } from "react";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import type { IsoDate } from "~/lib/jalali";
import { capacityKey, type Capacity } from "../../choices";
import type { NetworkKey } from "../../messages";

/** What is known of a person; whoever may not see the national code gives none. */
type Known = {
  locality: string | null;
  joinedOn: IsoDate | null;
  capacities: readonly Capacity[];
  nationalCode?: string | null;
  source: string | null;
  note: string | null;
};

/** The facts of a person, as his own county and an open look from above show them. */
export function PersonFacts({
  person,
  mobile,
  circles,
}: {
  person: Known;
  /** His number, to be dialled where the reader may. */
  mobile: ReactNode;
  /** His circles; none where he is in none. */
  circles: ReactNode;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const { capacities, note } = person;
  return (
    <>
      <h2 className="mb-3 text-item">{t("network.person.facts")}</h2>
      <Facts
        facts={[
          { label: t("network.person.mobile"), value: mobile },
          { label: t("network.person.circles"), value: circles ?? t("network.no-circle") },
          { label: t("network.col.locality"), value: person.locality },
          {
            label: t("network.person.joined"),
            value: person.joinedOn ? <DateText iso={person.joinedOn} /> : null,
          },
          {
            label: t("network.person.capacities"),
            value:
              capacities.length > 0
                ? listed(
                    capacities.map((one) => t(capacityKey(one))),
                    locale,
                  )
                : null,
          },
          {
            label: t("network.person.national-code"),
            value: person.nationalCode ? <Code>{person.nationalCode}</Code> : null,
          },
          { label: t("network.person.source"), value: person.source },
          {
            label: t("network.person.note"),
            value: note ? <bdi className="whitespace-pre-wrap">{note}</bdi> : null,
          },
        ]}
      />
    </>
  );
}

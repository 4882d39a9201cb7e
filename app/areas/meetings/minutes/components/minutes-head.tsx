import type { ReactNode } from "react";
import { todayIn, type IsoDate, formatJalali } from "~/lib/jalali";
import type { Level } from "~/kernel/actor";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { OfficeHead } from "~/ui/office-head";
import { PageHeader } from "~/ui/page-header";
import type { MinutesKey } from "../minutes-messages";
import { HoursText } from "./hours-text";

type Head = {
  title: string;
  heldOn: IsoDate | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  invitationNumber: string | null;
  agenda: string[];
  issuedAt: Date;
  issuedByName: string;
};

/** The head of issued minutes. */
export function MinutesHead({
  minutes,
  back,
  office,
  actions,
}: {
  minutes: Head;
  back: string;
  actions?: ReactNode;
  office: { level: Level; nameFa: string; nameEn: string };
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? office.nameFa : office.nameEn;
  const day = formatJalali(todayIn(new Date(minutes.issuedAt)), locale, "long");
  return (
    <>
      <OfficeHead
        office={office.level === "nation" ? name : t(`minutes.office.${office.level}`, { name })}
        date={minutes.heldOn && <DateText iso={minutes.heldOn} style="short" />}
      />
      <PageHeader
        title={minutes.title}
        back={{ to: back, label: t("minutes.title") }}
        meta={t("minutes.page.issued", { day, name: minutes.issuedByName })}
        actions={actions}
      />
      <div className="mb-6">
        <Facts
          facts={[
            {
              label: t("minutes.review.field.held"),
              value: minutes.heldOn && <DateText iso={minutes.heldOn} style="weekday" />,
            },
            {
              label: t("minutes.review.field.time"),
              value: (minutes.startsAt ?? minutes.endsAt) ? <HoursText {...minutes} /> : null,
            },
            { label: t("minutes.review.field.place"), value: minutes.place },
            {
              label: t("minutes.review.field.invitation"),
              value: minutes.invitationNumber && <Code>{localDigits(minutes.invitationNumber, locale)}</Code>,
            },
            {
              label: t("minutes.review.field.agenda"),
              value:
                minutes.agenda.length > 0
                  ? minutes.agenda.map((item, index) => <p key={index}>{item}</p>)
                  : null,
            },
          ]}
        />
      </div>
    </>
  );
}

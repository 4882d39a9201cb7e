import { daysBetween, formatJalali, type IsoDate } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { PAGE_FRESH_DAYS } from "../choices";
import type { OfficeFacts } from "../directory.server";
import type { HeadRow } from "../heads.server";
import type { BodiesKey } from "../messages";
import { PageFreshness } from "./page-freshness";

/** The head of an office and its public-relations manager, by their orders. */
export function OfficePeople({
  office,
  heads,
  ledgerHref,
  today,
}: {
  office: OfficeFacts;
  heads: readonly HeadRow[];
  /** Where the obligations of a head's time are read. */
  ledgerHref: (head: HeadRow) => string;
  today: IsoDate;
}) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const order = (number: string | null, on: IsoDate | null) =>
    (number ?? on) && (
      <span className="flex flex-wrap gap-x-3">
        {number && <Code>{number}</Code>}
        {on && <DateText iso={on} />}
      </span>
    );
  const present = heads.find(({ until }) => until === null);
  const former = heads.filter(({ until }) => until !== null);
  const headLine = (head: HeadRow) => (
    <span className="flex flex-wrap gap-x-3">
      <bdi>{head.name}</bdi>
      {head.since && (
        <span className="text-ink-3">{t("bodies.head.from", { day: formatJalali(head.since, locale) })}</span>
      )}
      {head.until && (
        <span className="text-ink-3">
          {t("bodies.head.until", { day: formatJalali(head.until, locale) })}
        </span>
      )}
      <Link to={ledgerHref(head)} className="text-teal hover:underline">
        {t("bodies.head.ledger")}
      </Link>
    </span>
  );
  const isOver = office.prUntil !== null && office.prUntil < today;
  return (
    <Section title={t("bodies.section.people")}>
      <Facts
        facts={[
          {
            label: t("bodies.head"),
            value: present ? headLine(present) : office.headName,
          },
          {
            label: t("bodies.head.former"),
            value:
              former.length === 0 ? null : (
                <ul className="flex flex-col gap-1">
                  {former.map((head) => (
                    <li key={head.id}>{headLine(head)}</li>
                  ))}
                </ul>
              ),
          },
          {
            label: t("bodies.pr"),
            value: office.prName ?? <span className="text-ink-3">{t("bodies.pr.none")}</span>,
          },
          { label: t("bodies.pr.order"), value: order(office.prOrderNumber, office.prOrderedOn) },
          {
            label: t("bodies.pr.until"),
            value:
              office.prUntil &&
              (isOver ? (
                <span className="text-saffron-ink">
                  {t("bodies.pr.ended", { day: formatJalali(office.prUntil, locale) })}
                </span>
              ) : (
                <DateText iso={office.prUntil} />
              )),
          },
          {
            label: t("bodies.adviser.order"),
            value: order(office.adviserOrderNumber, office.adviserOrderedOn),
          },
          { label: t("bodies.office.opened-on"), value: <DateText iso={office.openedOn} /> },
        ]}
      />
    </Section>
  );
}

/** How an office is reached. */
export function OfficeContact({ office }: { office: OfficeFacts }) {
  const t = useT<BodiesKey>();
  const { phone, address, counterHours, website, email, messenger } = office;
  const isEmpty = [phone, address, counterHours, website, email, messenger].every((one) => one === null);
  return (
    <Section title={t("bodies.section.contact")}>
      {isEmpty ? (
        <p className="text-second text-ink-3">{t("bodies.contact.none")}</p>
      ) : (
        <Facts
          facts={[
            { label: t("bodies.phone"), value: phone && <Code>{phone}</Code> },
            { label: t("bodies.address"), value: address },
            { label: t("bodies.hours"), value: counterHours },
            { label: t("bodies.website"), value: website && <bdi dir="ltr">{website}</bdi> },
            { label: t("bodies.email"), value: email && <bdi dir="ltr">{email}</bdi> },
            { label: t("bodies.messenger"), value: messenger && <bdi>{messenger}</bdi> },
          ]}
        />
      )}
    </Section>
  );
}

/** The text of the office's public page, and whether somebody has confirmed it lately. */
export function OfficePageText({ office, today }: { office: OfficeFacts; today: IsoDate }) {
  const t = useT<BodiesKey>();
  const { pageText, pageConfirmedOn } = office;
  const age = pageConfirmedOn ? daysBetween(pageConfirmedOn, today) : 0;
  return (
    <Section
      title={t("bodies.section.page")}
      action={pageText && <PageFreshness confirmedOn={pageConfirmedOn} today={today} />}
    >
      {pageText === null ? (
        <p className="text-second text-ink-3">{t("bodies.page.none")}</p>
      ) : (
        <>
          {age > PAGE_FRESH_DAYS && (
            <div className="mb-3">
              <Notice kind="saffron">{t("bodies.page.stale", { count: age })}</Notice>
            </div>
          )}
          <p className="max-w-160 whitespace-pre-wrap">{pageText}</p>
        </>
      )}
    </Section>
  );
}

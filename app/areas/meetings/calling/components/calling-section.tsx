import { formatJalali, type Locale } from "~/lib/jalali";
import { ordinal } from "~/lib/ordinals";
import { DateText } from "~/ui/date-text";
import { Facts, type Fact } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { MeetingsKey } from "../../messages";
import type { CallingSection } from "../meeting-section.server";
import type { Calling } from "../planned.server";
import { AgendaList } from "./agenda-list";

/** From when to when, said as a reader says it; an end on the next day is said so. */
export function hoursText(
  { startsAt, endsAt }: Pick<Calling, "startsAt" | "endsAt">,
  locale: Locale,
  t: (key: MeetingsKey, vars?: Record<string, string>) => string,
): string | null {
  if (!startsAt) return null;
  if (!endsAt) return localDigits(startsAt, locale);
  const text = t("meetings.time", { from: localDigits(startsAt, locale), to: localDigits(endsAt, locale) });
  return endsAt <= startsAt ? `${text} (${t("calling.next-day")})` : text;
}

/** Of which council it is a session, and which one once it was announced; null of any other meeting. */
export function sessionOf(
  {
    councilFa,
    councilEn,
    sequenceNumber,
  }: { councilFa: string | null; councilEn: string | null; sequenceNumber: number | null },
  locale: Locale,
  t: (key: MeetingsKey, vars?: Record<string, string>) => string,
): string | null {
  const council = locale === "fa" ? councilFa : councilEn;
  if (council === null || sequenceNumber === null) return council;
  return t("calling.council.turn", { turn: ordinal(sequenceNumber, locale), council });
}

/** What stands against the plan: a closed day, a room, chair or people who are elsewhere in the same hours. */
function Warnings({ section }: { section: CallingSection }) {
  const t = useT<MeetingsKey>();
  const { closed, clashes } = section;
  const said = clashes.flatMap((clash) => [
    ...(clash.room ? [t("calling.clash.room", { title: clash.title })] : []),
    ...(clash.chair ? [t("calling.clash.chair", { title: clash.title })] : []),
    ...(clash.secretary ? [t("calling.clash.secretary", { title: clash.title })] : []),
    ...(clash.people > 0 ? [t("calling.clash.people", { title: clash.title, count: clash.people })] : []),
  ]);
  if (closed)
    said.unshift(
      closed.kind === "weekend"
        ? t("calling.closed-day.weekend")
        : t("calling.closed-day", { name: closed.name }),
    );
  return said.map((one) => (
    <div key={one} className="mb-3">
      <Notice kind="saffron" title={one} />
    </div>
  ));
}

/** How a meeting is called together: facts, warnings and the agenda. Nothing of a meeting that was only recorded. */
export function CallingParts({ section, base }: { section: CallingSection; base: string }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const { meeting, type, agenda } = section;
  const here = `${base}/${meeting.id}`;
  const place = meeting.divisionId;
  const post = (fa: string | null, en: string | null) => (locale === "fa" ? fa : en);
  const chair = [meeting.chairName, post(meeting.chairTitleFa, meeting.chairTitleEn)].filter(Boolean);
  const from = meeting.movedFrom;
  const council = locale === "fa" ? meeting.councilFa : meeting.councilEn;
  const facts: Fact[] = [
    {
      label: t("calling.council"),
      value: council && meeting.councilId && (
        <Link to={`/${place}/councils/${meeting.councilId}`} className="text-teal hover:underline">
          <bdi>{sessionOf(meeting, locale, t)}</bdi>
        </Link>
      ),
    },
    { label: t("calling.field.type"), value: type ? type[locale] : null },
    {
      label: t("calling.col.time"),
      value: hoursText(meeting, locale, t),
    },
    { label: t("calling.field.room"), value: meeting.roomName },
    {
      label: t("calling.field.chair"),
      value: chair.length > 0 ? listed(chair.map(String), locale) : null,
    },
    {
      label: t("calling.field.secretary"),
      value: post(meeting.secretaryTitleFa, meeting.secretaryTitleEn),
    },
    { label: t("calling.field.host"), value: post(meeting.hostFa, meeting.hostEn) },
    {
      label: t("calling.classes"),
      value:
        type && type.participants.length > 0
          ? listed(
              type.participants.map((one) => t(`meetings.class.${one}`)),
              locale,
            )
          : null,
    },
    {
      label: t("calling.quorum"),
      value: meeting.councilQuorum
        ? t(`calling.quorum.council.${meeting.councilQuorum}`, { count: meeting.councilQuorumCount ?? 0 })
        : type && type.quorumKind !== "none"
          ? type.quorumKind === "count"
            ? t("calling.quorum.count", { count: type.quorumCount ?? 0 })
            : t(`calling.quorum.${type.quorumKind}`)
          : null,
    },
    {
      label: t("calling.field.number"),
      value: meeting.invitationNumber && <bdi>{localDigits(meeting.invitationNumber, locale)}</bdi>,
    },
    {
      label: t("calling.series-of"),
      value: meeting.seriesId && meeting.seriesTitle && (
        <Link to={`${base}/series/${meeting.seriesId}`} className="text-teal hover:underline">
          <bdi>{meeting.seriesTitle}</bdi>
        </Link>
      ),
    },
    {
      label: t("calling.move"),
      value:
        from &&
        t(from.place ? "calling.moved-from" : "calling.moved-from.no-place", {
          day: formatJalali(from.heldOn, locale, "weekday"),
          from: localDigits(from.startsAt, locale),
          to: localDigits(from.endsAt, locale),
          place: from.place ?? "",
        }),
    },
  ];
  return (
    <>
      {meeting.state === "draft" && (
        <div className="mb-4">
          <Notice title={t("calling.draft.title")}>{t("calling.draft.text")}</Notice>
        </div>
      )}
      <Warnings section={section} />
      {meeting.typeCode !== null && (
        <Section title={t("calling.facts")}>
          <Facts
            facts={[
              { label: t("calling.field.day"), value: <DateText iso={meeting.heldOn} style="weekday" /> },
              { label: t("calling.field.place"), value: meeting.place && <bdi>{meeting.place}</bdi> },
              ...facts,
            ]}
          />
        </Section>
      )}
      {agenda && (meeting.typeCode !== null || agenda.items.length > 0) && (
        <Section
          title={t("calling.agenda")}
          action={
            (section.may.agenda || section.may.carry) && (
              <LinkButton
                to={`${here}/agenda`}
                size="small"
                icon={section.may.agenda ? "pencil" : "skip-forward"}
                mirrorIcon={!section.may.agenda}
              >
                {t(section.may.agenda ? "calling.agenda.edit" : "calling.agenda.carry")}
              </LinkButton>
            )
          }
        >
          <AgendaList agenda={agenda} place={place} />
        </Section>
      )}
    </>
  );
}

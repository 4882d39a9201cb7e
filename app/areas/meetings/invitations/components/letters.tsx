import { formatJalali, type IsoDate } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { OfficeHead } from "~/ui/office-head";
import { QrCode } from "~/ui/qr-code";
import { sessionOf } from "../../calling/components/calling-section";
import type { MeetingsKey } from "../../messages";
import type { CalledMeeting, InvitationRow } from "../queries.server";
import { InviteeNote, useInviteeName } from "./invitee";

export type Letter = Pick<
  InvitationRow,
  "id" | "number" | "nameFa" | "nameEn" | "roleTitle" | "organisation" | "kind"
> & { link: { address: string; qr: { size: number; path: string } } | null };

/** The time of a meeting in words. */
export function useMeetingTime(): (meeting: Pick<CalledMeeting, "heldOn" | "startsAt" | "endsAt">) => string {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return ({ heldOn, startsAt, endsAt }) => {
    const day = formatJalali(heldOn, locale, "weekday");
    if (!startsAt) return t("meetings.letter.day", { day });
    const from = localDigits(startsAt, locale);
    const time = endsAt ? t("meetings.time", { from, to: localDigits(endsAt, locale) }) : from;
    return t("meetings.letter.time", { day, time });
  };
}

/** Invitation letters, each on a page of its own in print. */
export function Letters({
  meeting,
  office,
  today,
  letters,
  agenda,
}: {
  meeting: CalledMeeting;
  office: string;
  today: IsoDate;
  letters: readonly Letter[];
  agenda: readonly string[];
}) {
  const t = useT<MeetingsKey>();
  const nameOf = useInviteeName();
  const time = useMeetingTime()(meeting);
  const { locale } = useLocale();
  const session = meeting.sequenceNumber === null ? null : sessionOf(meeting, locale, t);
  const isBare = [meeting.councilFa, meeting.councilEn].includes(meeting.title);
  const title =
    session === null
      ? meeting.title
      : isBare
        ? session
        : t("meetings.letter.session", { session, title: meeting.title });
  const number = (one: Letter) =>
    meeting.invitationNumber ? `${meeting.invitationNumber}/${one.number}` : String(one.number);
  return (
    <div className="flex flex-col gap-6">
      {letters.map((one) => (
        <article
          key={one.id}
          className="rounded-card border border-line-2 bg-sheet p-6 break-after-page print:border-0 print:p-0 last:break-after-auto"
        >
          <OfficeHead office={office} number={number(one)} date={<DateText iso={today} />} />
          <p className="mb-1 text-meta text-ink-3 print:hidden">
            {t("meetings.invited.letter-number")} <Code>{number(one)}</Code>
          </p>
          <h2 className="text-item">
            <bdi>{nameOf(one)}</bdi>
          </h2>
          <p className="text-second text-ink-2">
            <InviteeNote row={one} />
          </p>
          <div className="mt-4 flex flex-col gap-2 text-body leading-[1.9]">
            <p>{t("meetings.letter.greeting")}</p>
            <p>{t("meetings.letter.body", { title })}</p>
            <p>{time}</p>
            {meeting.place && <p>{t("meetings.letter.place", { place: meeting.place })}</p>}
          </div>
          {agenda.length > 0 && (
            <div className="mt-4">
              <h3 className="text-second font-semibold">{t("meetings.letter.agenda")}</h3>
              <ol className="list-decimal ps-6 rtl:list-[persian] text-body leading-[1.9]">
                {agenda.map((title) => (
                  <li key={title}>
                    <bdi>{title}</bdi>
                  </li>
                ))}
              </ol>
            </div>
          )}
          {one.link && (
            <div className="mt-5 flex items-center gap-4 border-t border-line-2 pt-4">
              <div className="w-28 shrink-0">
                <QrCode {...one.link.qr} label={t("meetings.letter.qr", { number: one.number })} />
              </div>
              <p className="min-w-0 text-meta text-ink-2">
                {t("meetings.letter.reply")}
                <span dir="ltr" className="block break-all">
                  {one.link.address}
                </span>
              </p>
            </div>
          )}
        </article>
      ))}
    </div>
  );
}

import { typedJalali } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import { AttendeeGroups } from "../../minutes/components/attendance";
import type { ShownMinutes } from "../shown";

/** Minutes as their paper has them: head, agenda, those present, what was said, and the table of resolutions. */
export function MinutesText({ text }: { text: ShownMinutes }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const { header, agenda, attendees, discussion, resolutions } = text;
  const digits = (value: string) => localDigits(value, locale);
  const hours = [header.startsAt, header.endsAt].filter((one) => one !== null).map(digits);
  const facts: [string, string | null][] = [
    [t("meetings.field.held-on"), header.heldOn && typedJalali(header.heldOn, locale)],
    [t("meetings.field.starts-at"), hours[0] ?? null],
    [t("meetings.field.ends-at"), hours[1] ?? null],
    [t("minutes.paper.place"), header.place],
    [t("minutes.paper.invitation"), header.invitationNumber && digits(header.invitationNumber)],
  ];
  return (
    <article className="rounded-card border border-line-2 bg-sheet px-4 py-5 sm:px-8">
      <h3 className="text-center text-section">
        <bdi>{header.title}</bdi>
      </h3>
      <dl className="mt-4 grid gap-x-6 gap-y-1 text-second sm:grid-cols-2">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="flex gap-2">
                <dt className="text-ink-3">{label}:</dt>
                <dd className="min-w-0">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {agenda.length > 0 && (
        <>
          <h4 className="mt-5 text-item">{t("minutes.paper.agenda")}</h4>
          <ol className="mt-1 flex flex-col gap-1 text-second">
            {agenda.map((item, index) => (
              <li key={index} lang="fa" dir="auto">
                {digits(`${index + 1}. `)}
                {item}
              </li>
            ))}
          </ol>
        </>
      )}
      {attendees.length > 0 && (
        <div className="mt-5 flex flex-col gap-3">
          <h4 className="text-item">{t("minutes.attendance")}</h4>
          <AttendeeGroups attendees={attendees} />
        </div>
      )}
      {discussion.length > 0 && (
        <>
          <h4 className="mt-5 text-item">{t("minutes.own.paper.discussion")}</h4>
          <div className="mt-1 flex flex-col gap-1 text-second leading-[1.9]">
            {discussion.map((line, index) => (
              <p key={index} lang="fa" dir="auto">
                {line}
              </p>
            ))}
          </div>
        </>
      )}
      <h4 className="mt-5 text-item">{t("minutes.own.paper.resolutions")}</h4>
      {resolutions.length === 0 ? (
        <p className="mt-1 text-second text-ink-3">{t("minutes.own.paper.nothing")}</p>
      ) : (
        <ol className="mt-2 flex flex-col border-t border-line-2">
          {resolutions.map(({ number, text: words, items, parties, deadline }) => (
            <li key={number} className="grid grid-cols-[2.5rem_minmax(0,1fr)] border-b border-line py-3">
              <span className="text-item">{digits(String(number))}</span>
              <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,3fr)_minmax(0,1fr)_minmax(0,8rem)]">
                <div className="min-w-0 text-body leading-[1.9]" lang="fa" dir="auto">
                  <p className="whitespace-pre-wrap">{words}</p>
                  {items.map((item, index) => (
                    <p key={index}>
                      {item.label}: {item.text}
                    </p>
                  ))}
                </div>
                <p className="min-w-0 text-second" lang="fa" dir="auto">
                  {parties}
                </p>
                <p className="min-w-0 text-second text-ink-2" lang="fa">
                  <bdi>{digits(deadline)}</bdi>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

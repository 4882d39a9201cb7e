import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { HeldQuiet } from "../hours.server";
import type { NotificationKey } from "../messages";

/** What quiet hours do, in a sentence, and who said them. */
export function QuietHoursText({ held, place }: { held: HeldQuiet; place: number }) {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  const { channel, from, to, onClosedDays, setIn, setByName, since } = held;
  const hours = { from: localDigits(from, locale), to: localDigits(to, locale) };
  const night = from === to ? "never" : from > to ? "over-midnight" : "by-day";
  return (
    <div className="mb-4 flex flex-col gap-1">
      <p className="text-body">
        {t(`notifications.quiet.text.${night}`, { channel: t(`notifications.channel.${channel}`), ...hours })}{" "}
        {t(`notifications.quiet.text.closed-days.${onClosedDays ? "waits" : "goes"}`)}
      </p>
      <p className="text-meta text-ink-3">
        {setIn === place
          ? t("notifications.quiet.own")
          : t("notifications.quiet.above", {
              name: (locale === "fa" ? held.setInFa : held.setInEn) ?? t("notifications.quiet.nobody"),
            })}
        {setIn === place && since && (
          <>
            {" · "}
            <DateText iso={since} />
          </>
        )}
        {setIn === place && setByName && (
          <>
            {" · "}
            <bdi>{setByName}</bdi>
          </>
        )}
      </p>
    </div>
  );
}

import { DateText } from "~/ui/date-text";
import { todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { VersionRow } from "../queries.server";

/** The versions that were approved, the newest first. */
export function Versions({ versions, base }: { versions: readonly VersionRow[]; base: string }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {versions.map((one) => (
        <li key={one.id} className="py-3 text-second">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link to={`${base}/${one.id}`} className="text-item text-teal underline">
              {localDigits(t("minutes.own.read", { version: one.version }), locale)}
            </Link>
            <span className="text-ink-3">
              <bdi>
                {localDigits(
                  t("minutes.own.number.of", { year: String(one.year), number: one.number }),
                  locale,
                )}
              </bdi>{" "}
              · <DateText iso={todayIn(new Date(one.approvedAt))} />
            </span>
          </p>
          <p>
            <bdi>{one.approvedByName}</bdi>
            {one.approvedByPost && (
              <>
                {" · "}
                <bdi>{one.approvedByPost}</bdi>
              </>
            )}
          </p>
          {one.reason && (
            <p className="text-ink-2">
              {t("minutes.own.reason")}: <bdi>{one.reason}</bdi>
            </p>
          )}
          {one.exception && (
            <p className="text-saffron-ink">
              {t("minutes.own.exception.said")}: <bdi>{one.exception}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

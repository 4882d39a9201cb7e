import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { MeetingsKey } from "../../messages";
import type { MinutesOfMeeting } from "../meeting-section.server";

/** How far the minutes of a meeting are, and the way to them. */
export function OwnMinutesSection({ minutes, base }: { minutes: MinutesOfMeeting; base: string }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const { life, version, newest, commentUntil, mayWrite } = minutes;
  return (
    <Section
      title={t("minutes.own")}
      action={
        (life !== null || mayWrite) && (
          <LinkButton
            to={`${base}/minutes`}
            icon="notebook-text"
            size="small"
            {...(life === null ? { kind: "primary" as const } : {})}
          >
            {life === null ? t("minutes.own.write") : t("minutes.own")}
          </LinkButton>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-second">
        <Chip icon={life === "approved" ? "check" : "notebook-text"}>
          {t(`minutes.own.life.${life ?? "none"}`)}
        </Chip>
        {newest && (
          <span>
            {t("minutes.own.number")}:{" "}
            <bdi>
              {localDigits(
                t("minutes.own.number.of", { year: String(newest.year), number: newest.number }),
                locale,
              )}
            </bdi>{" "}
            · {localDigits(t("minutes.own.version", { version: newest.version }), locale)}
          </span>
        )}
        {newest?.exception && <span className="text-saffron-ink">{t("minutes.own.exception.said")}</span>}
        {life !== "approved" && version !== null && version > 1 && (
          <span>{localDigits(t("minutes.own.correcting", { version: version - 1 }), locale)}</span>
        )}
        {life === "comments" && commentUntil && (
          <span>
            {t("minutes.own.open-until")} <DateText iso={commentUntil} style="weekday" />
          </span>
        )}
      </p>
    </Section>
  );
}

import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { MeetingsKey } from "../../messages";
import type { SignUpOfMeeting } from "../meeting-section.server";

/** How many put their names down for a meeting, and the way to them. */
export function SignUpSection({ signUp, base }: { signUp: SignUpOfMeeting; base: string }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const { page, isOpen, mayOpen } = signUp;
  return (
    <Section
      title={t("meetings.sign-up")}
      action={
        <LinkButton to={`${base}/sign-up`} icon="users" size="small">
          {page === null && mayOpen ? t("meetings.sign-up.open") : t("meetings.sign-up.list")}
        </LinkButton>
      }
    >
      {page === null ? (
        <p className="text-second text-ink-2">{t("meetings.sign-up.none")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-second">
          <Chip icon={isOpen ? "check" : "ban"}>
            {t(isOpen ? "meetings.sign-up.opened" : "meetings.sign-up.is-closed")}
          </Chip>
          <span>
            {localDigits(
              t("meetings.sign-up.figures", { came: String(page.came), count: page.capacity }),
              locale,
            )}
          </span>
          {page.waiting > 0 && (
            <span className="text-saffron-ink">{t("meetings.sign-up.waiting", { count: page.waiting })}</span>
          )}
        </p>
      )}
    </Section>
  );
}

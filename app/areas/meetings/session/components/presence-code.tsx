import { Sheet } from "~/ui/sheet";
import { QrCode } from "~/ui/qr-code";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";

/** The code by which who came says so himself, large enough to be read across a room. */
export function PresenceCode({
  code: { code, qr },
}: {
  code: { code: string; qr: { size: number; path: string } };
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return (
    <Sheet as="section">
      <h2 className="text-item">{t("meetings.session.code")}</h2>
      <p dir="ltr" className="figures my-2 text-center text-headline tracking-[0.2em]">
        {localDigits(code, locale)}
      </p>
      <div className="mx-auto w-32">
        <QrCode {...qr} label={t("meetings.session.code")} />
      </div>
      <p className="mt-2 text-meta text-ink-3">{t("meetings.session.code.help")}</p>
    </Sheet>
  );
}

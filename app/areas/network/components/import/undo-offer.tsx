import { formatJalali, todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { NetworkKey } from "../../messages";

/** That the whole list may be taken back, and until when; at the end of what came of it. */
export function UndoOffer({ here, until }: { here: string; until: Date | string }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const day = formatJalali(todayIn(new Date(until)), locale, "long");
  return (
    <div className="mt-8 flex max-w-160 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-2 pt-4">
      <p className="min-w-0 flex-1 basis-70 text-second text-ink-2">{t("network.undo.until", { day })}</p>
      <LinkButton to={`${here}/undo`} icon="rotate-ccw" kind="secondary">
        {t("network.undo")}
      </LinkButton>
    </div>
  );
}

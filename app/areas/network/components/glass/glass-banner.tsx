import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { NetworkKey } from "../../messages";

/** Stands over every page of a look: whose people these are, how long it lasts, and that all of it is written down. */
export function GlassBanner({
  county,
  minutesLeft,
}: {
  county: { nameFa: string; nameEn: string };
  minutesLeft: number;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? county.nameFa : county.nameEn;
  return (
    <div className="mb-4">
      <Notice
        kind="saffron"
        icon="eye"
        title={t("network.glass.banner", { county: name, minutes: minutesLeft })}
      >
        {t("network.glass.banner.text")}
      </Notice>
    </div>
  );
}

import type { ReactNode } from "react";
import { PublicFrame } from "~/ui/frame/public-frame";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { ObligationsKey } from "../messages";

/** The frame of an office's own door: no navigation, no account. */
export function OfficeFrame({
  home,
  sample,
  clockSet,
  readOnly,
  children,
}: {
  home: string;
  sample: boolean;
  clockSet: boolean;
  /** The browser is signed in as staff over the office's place: it reads here and does not speak for the office. */
  readOnly: boolean;
  children: ReactNode;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const other = locale === "fa" ? "en" : "fa";
  return (
    <PublicFrame
      home={home}
      width="page"
      sample={sample}
      clockSet={clockSet}
      language={{
        to: `/preferences?locale=${other}&to=${encodeURIComponent(home)}`,
        label: t("obligations.door.language"),
        lang: other,
      }}
    >
      {readOnly && (
        <div className="mb-4">
          <Notice kind="saffron">{t("obligations.door.read-only")}</Notice>
        </div>
      )}
      {children}
    </PublicFrame>
  );
}

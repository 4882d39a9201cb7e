import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { PublicFrame } from "~/ui/frame/public-frame";
import { useLocale, useT } from "~/ui/i18n";
import type { IdentityKey } from "../messages";

/** The frame of pages about one's own account, which belong to no place. */
export function AccountPage({
  path,
  width,
  links,
  sample,
  clockSet,
  children,
}: {
  /** Where the other language leads. */
  path: string;
  width?: "reading" | "page";
  links?: ReactNode;
  sample: boolean;
  clockSet: boolean;
  children: ReactNode;
}) {
  const t = useT<IdentityKey>();
  const { locale } = useLocale();
  const other = locale === "fa" ? "en" : "fa";
  return (
    <PublicFrame
      width={width}
      language={{
        to: `/preferences?locale=${other}&to=${encodeURIComponent(path)}`,
        label: t("identity.sign-in.other-language"),
        lang: other,
      }}
      links={links}
      action={
        <form method="post" action="/sign-out">
          <Button kind="quiet">{t("identity.sign-out")}</Button>
        </form>
      }
      sample={sample}
      clockSet={clockSet}
    >
      {children}
    </PublicFrame>
  );
}

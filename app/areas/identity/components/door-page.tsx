import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { BrandMark } from "~/ui/brand";
import { Ribbon } from "~/ui/frame/ribbon";
import { useLocale, useT } from "~/ui/i18n";
import type { UiKey } from "~/ui/messages";
import type { IdentityKey } from "../messages";
import { Link } from "~/ui/link";

/** Two bonds, each drawn as a bundle of lines. */
function Bonds() {
  const insets = [0, 7, 14, 21, 28];
  return (
    <svg viewBox="0 0 330 200" fill="none" aria-hidden className="h-auto w-full max-w-75 text-teal">
      {insets.map((inset) => (
        <g key={inset} stroke="currentColor" strokeWidth="1.6">
          <rect
            x={4 + inset}
            y={4 + inset}
            width={212 - inset * 2}
            height={118 - inset * 2}
            rx={59 - inset}
          />
          <rect
            x={112 + inset}
            y={76 + inset}
            width={212 - inset * 2}
            height={118 - inset * 2}
            rx={59 - inset}
          />
        </g>
      ))}
    </svg>
  );
}

/** Pages before anybody is known (sign-in, one-time links): the form on paper, the motto beside it. */
export function DoorPage({
  title,
  sample,
  clockSet,
  hasLanguage = true,
  children,
}: {
  title: string;
  sample: boolean;
  clockSet: boolean;
  /** False where the address holds a secret, which must not travel on in a link. */
  hasLanguage?: boolean;
  children: ReactNode;
}) {
  const t = useT<IdentityKey | UiKey>();
  const { locale } = useLocale();
  const { pathname, search } = useLocation();
  const other = locale === "fa" ? "en" : "fa";
  return (
    <div className="flex min-h-dvh flex-col">
      <Ribbon sample={sample} clockSet={clockSet} />
      <div className="mx-auto grid w-full max-w-360 flex-1 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <main className="flex flex-col px-4 py-8 sm:px-8 sm:py-14">
          <div className="mx-auto w-full max-w-100">
            <p className="mb-8 flex items-center gap-2.5 text-section text-ink">
              <BrandMark />
              <span className="pt-1">{t("ui.brand")}</span>
            </p>
            <h1 className="mb-5 text-title-phone sm:text-title">{title}</h1>
            {children}
            {hasLanguage && (
              <p className="mt-4 text-end">
                <Link
                  to={`/preferences?locale=${other}&to=${encodeURIComponent(pathname + search)}`}
                  lang={other}
                  asDocument
                  className="inline-flex min-h-11 items-center text-second text-teal hover:underline"
                >
                  {t("identity.sign-in.other-language")}
                </Link>
              </p>
            )}
          </div>
        </main>
        <aside className="relative hidden flex-col justify-between border-s border-line bg-teal-tint px-12 py-16 lg:flex">
          <span aria-hidden className="absolute inset-y-0 start-10 w-px bg-brick-line" />
          <div className="ps-6">
            <Bonds />
          </div>
          <div className="ps-6">
            <p className="mb-3 text-title text-balance text-teal-deep">{t("identity.sign-in.motto")}</p>
            <p className="max-w-70 text-second text-ink-2">{t("identity.sign-in.about")}</p>
          </div>
        </aside>
      </div>
    </div>
  );
}

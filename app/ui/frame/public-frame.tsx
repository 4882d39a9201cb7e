import type { ReactNode } from "react";
import { BrandMark } from "../brand";
import { useT } from "../i18n";
import { KeptWords } from "../form/kept-words";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { Ribbon } from "./ribbon";
import { MAIN_ID, SkipLink } from "./skip-link";
import { Link } from "../link";

/**
 * The frame of pages for everybody: portal, tracking, sign-in.
 * @param language link that shows this page in the other language, named in that language.
 * @param links a few places beside the brand, on a line of their own on a phone; `action` stands at the end side.
 * @param width "reading" (default) one narrow column; "page" as wide as the application.
 */
export function PublicFrame({
  home = "/",
  language,
  links,
  action,
  width = "reading",
  sample = false,
  clockSet = false,
  children,
}: {
  home?: string;
  language?: { to: string; label: string; lang: string };
  links?: ReactNode;
  action?: ReactNode;
  width?: "reading" | "page";
  sample?: boolean;
  clockSet?: boolean;
  children: ReactNode;
}) {
  const t = useT<UiKey>();
  return (
    <>
      <SkipLink />
      <Ribbon sample={sample} clockSet={clockSet} />
      <header className="border-b border-line print:hidden">
        <div className="mx-auto flex min-h-15 max-w-[82.5rem] flex-wrap items-center gap-x-6 px-4 sm:px-8">
          <Link to={home} className="flex min-h-11 items-center gap-2.5 text-section text-ink">
            <BrandMark />
            <span className="pt-1">{t("ui.brand")}</span>
          </Link>
          {links && <div className="max-sm:order-last max-sm:w-full">{links}</div>}
          <div className="ms-auto flex items-center gap-4 text-second">
            {action}
            {language && (
              <Link
                to={language.to}
                lang={language.lang}
                asDocument
                className="inline-flex min-h-11 items-center gap-2 text-teal"
              >
                <Icon of="languages" />
                {language.label}
              </Link>
            )}
          </div>
        </div>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className={`mx-auto px-4 py-6 focus:outline-none sm:px-8 sm:py-10 ${width === "reading" ? "max-w-160" : "max-w-[82.5rem]"}`}
      >
        <KeptWords>{children}</KeptWords>
      </main>
    </>
  );
}

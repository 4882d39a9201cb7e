import type { ReactNode } from "react";
import { useT } from "./i18n";
import { useTellRefusal } from "./form/kept-words";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Link } from "./link";

/** Letters from which a title would fill a phone's first view: somebody wrote a paragraph as a title. */
const LONG_TITLE = 110;

export type Crumb = { to?: string; label: ReactNode };

/**
 * The head of a page, over its one double rule.
 * @param crumbs the way here; the last one is this page's parent. `back` instead returns to a list.
 * @param back where "back" leads, with its list state in the address.
 * @param state the record's state chip, beside the title.
 * @param meta facts under the title. `aside` stands at the end side (a sentence, steps).
 * @param actions the allowed next steps; what is not allowed is absent.
 */
export function PageHeader({
  title,
  crumbs,
  back,
  state,
  meta,
  aside,
  actions,
}: {
  title: ReactNode;
  crumbs?: Crumb[];
  back?: { to: string; label: ReactNode };
  state?: ReactNode;
  meta?: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useT<UiKey>();
  useTellRefusal();
  const isLong = typeof title === "string" && title.length > LONG_TITLE;
  return (
    <header className="double-rule mb-6 pb-4">
      {back && (
        <Link
          to={back.to}
          className="mb-1 inline-flex min-h-6 items-center gap-1.5 text-meta text-ink-3 hover:text-teal print:hidden"
        >
          <Icon of="arrow-left" size={15} mirror />
          <span className="min-w-0 wrap-anywhere">{back.label}</span>
        </Link>
      )}
      {crumbs && crumbs.length > 0 && (
        <nav aria-label={t("ui.crumbs")} className="mb-1 print:hidden">
          <ol className="flex flex-wrap items-center gap-x-2 text-meta text-ink-3">
            {crumbs.map((crumb, index) => (
              <li key={index} className="flex items-center gap-2">
                {index > 0 && <Icon of="chevron-right" size={15} mirror />}
                {crumb.to ? (
                  <Link to={crumb.to} className="inline-flex min-h-6 items-center hover:text-teal">
                    {crumb.label}
                  </Link>
                ) : (
                  <span>{crumb.label}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h1 className={isLong ? "text-section" : "text-title-phone sm:text-title"}>{title}</h1>
            {state}
          </div>
          {meta && (
            <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-second text-ink-3">
              {meta}
            </div>
          )}
        </div>
        {aside && <div className="text-second text-ink-2">{aside}</div>}
        {actions && (
          <div className="flex flex-wrap items-start gap-2 max-sm:*:grow print:hidden">{actions}</div>
        )}
      </div>
    </header>
  );
}

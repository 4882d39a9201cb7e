import type { IconName } from "~/ui/icons";
import { useEffect, useRef } from "react";
import { localDigits } from "~/ui/numbers";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import type { ReportsKey } from "../messages";
import type { DutyView } from "../queries/report-page.server";
import { Link } from "~/ui/link";

const TOLD: Record<DutyView["told"], IconName> = { told: "check", blank: "pause", empty: "circle-dashed" };

/** Comments that wait for an answer stand before the narrative's own state. */
export function hasOpenComment(duty: DutyView): boolean {
  return duty.rows.some((row) => row.comments.some((comment) => !comment.replyText));
}

/** A comment before a figure that asks for a sentence, and that before the narrative's own state. */
function Mark({ duty, isAsked }: { duty: DutyView; isAsked: boolean }) {
  const t = useT<ReportsKey>();
  const waits = hasOpenComment(duty) ? "commented" : isAsked ? "asked" : null;
  const words = waits ? t(`reports.duties.${waits}`) : t(`reports.duties.told.${duty.told}`);
  const icon =
    waits === "commented" ? "message-circle" : waits === "asked" ? "triangle-alert" : TOLD[duty.told];
  return (
    <>
      <Icon
        of={icon}
        size={15}
        className={waits ? "text-saffron-ink" : duty.told === "told" ? "text-teal" : "text-ink-3"}
      />
      <span className="sr-only">({words})</span>
    </>
  );
}

/**
 * The duties as an index with their state. The number that the source lacks is named and not drawn.
 */
export function DutyIndex({
  duties,
  chosen,
  hrefOf,
}: {
  duties: readonly DutyView[];
  chosen: string;
  hrefOf: (code: string) => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const strip = useRef<HTMLOListElement>(null);
  // On a phone the index is a strip: the open duty must not lie outside of what is seen of it.
  useEffect(() => {
    const open = strip.current?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (strip.current && open)
      strip.current.scrollLeft = open.offsetLeft - (strip.current.clientWidth - open.clientWidth) / 2;
  }, [chosen]);
  const asked = duties.filter((duty) => !duty.isAbsent);
  const told = asked.filter((duty) => duty.told !== "empty").length;
  return (
    <nav aria-label={t("reports.duties")} className="min-w-0">
      <div className="mb-2 flex items-baseline justify-between gap-3 px-2">
        <h2 className="text-item">{t("reports.duties")}</h2>
        <span className="text-meta text-ink-3">
          {t("reports.duties.told", { told, count: asked.length })}
        </span>
      </div>
      <ol
        ref={strip}
        className="max-lg:gap-1 max-lg:pb-2 max-sm:relative max-sm:flex max-sm:overflow-x-auto sm:max-lg:grid sm:max-lg:grid-cols-2 md:max-lg:grid-cols-3"
      >
        {asked.map((duty) => {
          const isChosen = duty.code === chosen;
          return (
            <li key={duty.code} className="max-sm:max-w-60 max-sm:shrink-0">
              <Link
                to={hrefOf(duty.code)}
                keepScroll
                aria-current={isChosen ? "true" : undefined}
                className={
                  "flex h-full min-h-9.5 items-center gap-3 rounded-field px-2 py-1 text-second max-lg:border max-lg:border-line-2 max-sm:min-h-11 " +
                  (isChosen ? "bg-teal-tint font-semibold text-teal-deep" : "text-ink-2 hover:bg-sunk")
                }
              >
                <span className="w-5 shrink-0 text-center text-meta text-ink-3">
                  {localDigits(String(duty.position), locale)}
                </span>
                <span className="line-clamp-2 min-w-0 flex-1 leading-snug">
                  {locale === "fa" ? duty.textFa : duty.textEn}
                </span>
                <Mark
                  duty={duty}
                  isAsked={duty.asked.isOpen || duty.rows.some(({ asked }) => asked.isOpen)}
                />
              </Link>
            </li>
          );
        })}
      </ol>
      {duties
        .filter((duty) => duty.isAbsent)
        .map((duty) => (
          <p key={duty.code} className="mt-2 border-t border-line-2 px-2 pt-2 text-meta text-ink-3">
            {t("reports.duties.absent", { number: localDigits(String(duty.position), locale) })}
          </p>
        ))}
    </nav>
  );
}

import type { HandoverKey } from "~/areas/handover/messages";
import { dayInList, type IsoDate } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MarginItem, MarginList } from "~/ui/margin-list";
import { limitWords } from "./limit-words";
import type { PassingItem } from "./load-passing.server";
import type { DeskKey } from "./messages";

/** Posts that pass on and wait for the reader. */
export function PassingItems({ items, home, today }: { items: PassingItem[]; home: string; today: IsoDate }) {
  const t = useT<HandoverKey | DeskKey>();
  const { locale } = useLocale();
  if (items.length === 0) return null;
  const inFa = locale === "fa";
  return (
    <div className="mb-4">
      <MarginList label={t("handover.section")}>
        {items.map((item) => (
          <MarginItem
            key={item.appointmentId}
            margin={item.lastDay >= today ? limitWords(item.lastDay, today, locale, t) : t("desk.today")}
            marginNote={dayInList(item.lastDay, today, locale)}
            icon="id-card"
            title={t(`handover.desk.${item.move}`, {
              post: inFa ? item.titleFa : item.titleEn,
              place: inFa ? item.placeFa : item.placeEn,
              name: isolateWords(item.leaverName),
            })}
            action={
              <LinkButton
                to={
                  item.move === "appoint"
                    ? `${home}/posts/${item.divisionId}`
                    : `${home}/posts/${item.divisionId}/${item.appointmentId}/handover`
                }
              >
                {t(item.move === "appoint" ? "handover.see" : "handover.open")}
              </LinkButton>
            }
          >
            {item.move === "appoint" && item.openItems !== null
              ? t("handover.desk.nobody", { count: item.openItems })
              : null}
          </MarginItem>
        ))}
      </MarginList>
    </div>
  );
}

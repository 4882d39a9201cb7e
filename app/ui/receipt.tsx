import { Chip } from "./chip";
import { classNames } from "./class-names";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Link } from "./link";

/**
 * The receipt of a figure: opens the records behind it. Without `to` the number was typed by hand and says so.
 * @param count how many records stand behind it.
 * @param open its receipt is open beside it.
 * @param words other words than "7 records".
 */
export function Receipt({
  to,
  count,
  open = false,
  words,
}: {
  to?: string;
  count: number;
  open?: boolean;
  words?: string;
}) {
  const t = useT<UiKey>();
  if (to === undefined) {
    return (
      <Chip pattern="dashed" icon="pencil-line">
        {t("ui.receipt.none")}
      </Chip>
    );
  }
  return (
    <Link
      to={to}
      keepScroll
      aria-label={t("ui.receipt.open", { count })}
      className={classNames(
        "inline-flex min-h-6 items-center gap-1.5 text-second font-[550] whitespace-nowrap print:no-underline",
        open
          ? "rounded-chip bg-teal px-2 text-on-teal"
          : "border-b border-dashed border-teal text-teal hover:text-teal-deep",
      )}
    >
      <Icon of="receipt-text" size={15} className="print:hidden" />
      <span className="pt-0.5">{words ?? t("ui.receipt.records", { count })}</span>
    </Link>
  );
}

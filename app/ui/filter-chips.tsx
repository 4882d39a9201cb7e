import { classNames } from "./class-names";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Num } from "./num";
import { Link } from "./link";

export type FilterChip = {
  /** The list with this filter on, or, when it is active and `removable`, with it off. */
  to: string;
  label: string;
  count?: number;
  active?: boolean;
  /** Shows a cross: pressing takes the filter away. */
  removable?: boolean;
};

/** Filters or views of a list as links: the state lives in the address. `children` (a Menu) adds one. */
export function FilterChips({
  chips,
  label,
  children,
}: {
  chips: readonly FilterChip[];
  label?: string;
  children?: React.ReactNode;
}) {
  const t = useT<UiKey>();
  return (
    <nav
      aria-label={label ?? t("ui.filters")}
      className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
    >
      {label && <span className="me-2 text-second text-ink-3">{label}</span>}
      {chips.map((chip) => (
        <Link
          key={`${chip.label}${chip.to}`}
          to={chip.to}
          keepScroll
          aria-current={chip.active && !chip.removable ? "true" : undefined}
          aria-label={chip.removable ? t("ui.filter.remove", { filter: chip.label }) : undefined}
          className={classNames(
            "inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-pill border px-3 text-second max-sm:min-h-11 max-sm:rounded-full",
            chip.active
              ? "border-teal-line bg-teal-tint font-[550] text-teal-deep"
              : "border-line-2 bg-sheet text-ink hover:border-edge",
          )}
        >
          {chip.active && !chip.removable && <Icon of="check" size={15} />}
          <span className="min-w-0 pt-0.5 wrap-anywhere">{chip.label}</span>
          {chip.count !== undefined && (
            <span className="pt-0.5 text-ink-3">
              <Num value={chip.count} />
            </span>
          )}
          {chip.removable && <Icon of="x" size={15} />}
        </Link>
      ))}
      {children}
    </nav>
  );
}

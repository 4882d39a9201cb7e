import type { IconName } from "./icons";
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/**
 * The ledger: a brick rule down the start side; in the margin when or which, beside it what, at the end one
 * action. On a phone the margin becomes a heading with a hairline and the rest a card. Holds MarginItems.
 */
export function MarginList({ children, label }: { children: ReactNode; label?: string }) {
  let above: MarginItemProps | undefined;
  return (
    <ol aria-label={label} className="margin-rule">
      {Children.map(children, (child) => {
        if (!isValidElement(child) || child.type !== MarginItem) return child;
        const item = child as ReactElement<MarginItemProps>;
        const repeats =
          typeof item.props.margin === "string" &&
          above?.margin === item.props.margin &&
          above.marginNote === item.props.marginNote;
        above = item.props;
        return repeats ? cloneElement(item, { repeats }) : item;
      })}
    </ol>
  );
}

type MarginItemProps = {
  margin: ReactNode;
  marginNote?: ReactNode;
  icon?: IconName;
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  done?: boolean;
  repeats?: boolean;
  children?: ReactNode;
};

/**
 * A line of the ledger.
 * @param margin when or which; `marginNote` under it.
 * @param title what; `note` beside it, quieter. `children` facts that spare a click.
 * @param action exactly one.
 * @param done finished: ink on paper, quiet.
 * @param repeats the list's to say: the line above has the same margin, which is then only read aloud.
 */
export function MarginItem({
  margin,
  marginNote,
  icon,
  title,
  note,
  action,
  done = false,
  repeats = false,
  children,
}: MarginItemProps) {
  return (
    <li className="group sm:grid sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      {repeats ? (
        <div className="max-sm:pt-3">
          <span className="sr-only">
            {margin} {marginNote}
          </span>
        </div>
      ) : (
        <div className="flex items-center gap-2 pb-1.5 text-second max-sm:pt-4 sm:block sm:pt-4 sm:pe-3">
          <span className={classNames("block font-semibold", done && "font-normal text-ink-3")}>
            {margin}
          </span>
          {marginNote && <span className="block text-meta text-ink-3">{marginNote}</span>}
          <span aria-hidden className="h-px flex-1 bg-line-2 sm:hidden" />
        </div>
      )}
      <div
        className={classNames(
          "max-sm:rounded-card max-sm:border max-sm:border-line-2 max-sm:bg-sheet max-sm:p-4",
          "sm:border-b sm:border-line sm:py-3.5 sm:ps-4 sm:group-last:border-b-0",
        )}
      >
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
            {icon && <Icon of={icon} className="mt-1.5 text-ink-2" />}
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className={classNames("line-clamp-3 text-item", done && "font-normal text-ink-2")}>
                  {title}
                </span>
                {note && <span className="text-second text-ink-3">{note}</span>}
              </p>
              {children && <div className="text-second text-ink-2">{children}</div>}
            </div>
          </div>
          {action && <div className="shrink-0 max-sm:w-full max-sm:*:w-full">{action}</div>}
        </div>
      </div>
    </li>
  );
}

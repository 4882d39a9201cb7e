import { Form } from "@remix-run/react";
import type { IconName } from "./icons";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";

const LOOK =
  "flex w-full min-h-9 items-center gap-2.5 rounded-field px-2.5 text-start text-second text-ink hover:bg-sunk max-sm:min-h-11";

/**
 * A line of a Menu. With `to` a link; with `action` a button that posts there (`fields` go along).
 * @param current the one in force: announced, and marked in teal.
 */
export function MenuItem({
  children,
  icon,
  to,
  action,
  fields = {},
  current = false,
  meta,
}: {
  children: ReactNode;
  icon?: IconName;
  to?: string;
  action?: string;
  fields?: Readonly<Record<string, string>>;
  current?: boolean;
  meta?: ReactNode;
}) {
  const inside = (
    <>
      {icon && <Icon of={icon} className="text-ink-3" />}
      <span className="min-w-0 flex-1">
        {children}
        {meta && <span className="block text-meta text-ink-3">{meta}</span>}
      </span>
    </>
  );
  const look = classNames(LOOK, current && "bg-teal-tint font-[550] text-teal-deep");
  if (action !== undefined) {
    return (
      <Form method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" aria-current={current || undefined} className={look}>
          {inside}
        </button>
      </Form>
    );
  }
  return (
    <Link to={to ?? "."} aria-current={current || undefined} className={look}>
      {inside}
    </Link>
  );
}

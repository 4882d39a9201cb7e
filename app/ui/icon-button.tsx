import type { IconName } from "./icons";
import type { ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";

type Face = {
  /** What it does, for whoever cannot see the icon; shown as a tooltip as well. */
  label: string;
  icon: IconName;
  mirrorIcon?: boolean;
  /** Teal, for the one act of a row (ring). */
  active?: boolean;
};

/** Only an icon, with a name: search, bell, phone in a row, close, chevrons. With `to` (or `href`) it is a link. */
export function IconButton({
  label,
  icon,
  mirrorIcon,
  active,
  to,
  keepScroll,
  href,
  ...rest
}: Face & { to?: string; keepScroll?: boolean; href?: string } & Omit<
    ButtonHTMLAttributes<HTMLButtonElement>,
    "children" | "className"
  >) {
  const look = classNames("icon-button", active && "is-active");
  const drawing = <Icon of={icon} mirror={mirrorIcon} />;
  if (to !== undefined) {
    return (
      <Link to={to} keepScroll={keepScroll} aria-label={label} title={label} className={look}>
        {drawing}
      </Link>
    );
  }
  if (href !== undefined) {
    return (
      <a href={href} data-document="" aria-label={label} title={label} className={look}>
        {drawing}
      </a>
    );
  }
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={look}>
      {drawing}
    </button>
  );
}

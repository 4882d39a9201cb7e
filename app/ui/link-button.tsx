import type { IconName } from "./icons";
import type { ReactNode } from "react";
import { buttonLook, WORD, type ButtonKind, type ButtonSize } from "./button-look";
import { Icon } from "./icon";
import { Link } from "./link";

/**
 * A link that looks like a button: for going somewhere, not for doing.
 * @param document true for files and pages outside the application (download, print): a plain request.
 */
export function LinkButton({
  to,
  children,
  kind = "secondary",
  size = "medium",
  icon,
  mirrorIcon,
  wide,
  keepScroll,
  document: asDocument = false,
  "aria-label": ariaLabel,
}: {
  to: string;
  children: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  mirrorIcon?: boolean;
  wide?: boolean;
  keepScroll?: boolean;
  document?: boolean;
  "aria-label"?: string;
}) {
  return (
    <Link
      to={to}
      asDocument={asDocument}
      keepScroll={keepScroll}
      aria-label={ariaLabel}
      className={buttonLook(kind, size, wide)}
    >
      {icon && <Icon of={icon} size={size === "small" ? 15 : 18} mirror={mirrorIcon} />}
      <span className={WORD}>{children}</span>
    </Link>
  );
}

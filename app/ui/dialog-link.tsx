import type { IconName } from "./icons";
import { useState, type ReactNode } from "react";
import { buttonLook, WORD, type ButtonKind, type ButtonSize } from "./button-look";
import { Dialog } from "./dialog";
import { Icon } from "./icon";
import { Link } from "./link";

/**
 * A button that opens a dialog in place; without script (or in a new tab) it leads to `to`, the page that
 * holds the same form.
 * @param children what the dialog holds, given the way to close it.
 */
export function DialogLink({
  to,
  label,
  title,
  kind = "secondary",
  size = "medium",
  icon,
  wide,
  children,
}: {
  to: string;
  label: ReactNode;
  title: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  wide?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link
        to={to}
        className={buttonLook(kind, size)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {icon && <Icon of={icon} size={size === "small" ? 15 : 18} />}
        <span className={WORD}>{label}</span>
      </Link>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} wide={wide}>
        {children(() => setOpen(false))}
      </Dialog>
    </>
  );
}

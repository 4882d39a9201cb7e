import type { IconName } from "./icons";
import { useId, type ButtonHTMLAttributes, type ReactNode } from "react";
import { buttonLook, WORD, type ButtonKind, type ButtonSize } from "./button-look";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children"> & {
  /** The word: a verb. */
  children: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** Turns the icon round in right-to-left pages. */
  mirrorIcon?: boolean;
  /** Fills its column. */
  wide?: boolean;
  /** Its work is under way: shows a turning mark and takes no second press. */
  busy?: boolean;
  /** Allowed only later: shown locked, with this reason under it. */
  lockedReason?: string;
};

/** A button. `type` is "submit" unless said otherwise. One primary button on a page. */
export function Button({
  children,
  kind = "secondary",
  size = "medium",
  icon,
  mirrorIcon,
  wide,
  busy = false,
  lockedReason,
  type = "submit",
  ...rest
}: ButtonProps) {
  const t = useT<UiKey>();
  const reasonId = useId();

  if (lockedReason !== undefined) {
    return (
      <span className={wide ? "flex flex-col gap-1" : "inline-flex max-w-64 flex-col items-start gap-1"}>
        <button
          type="button"
          aria-disabled="true"
          aria-describedby={reasonId}
          className={buttonLook("locked", size, wide)}
        >
          <Icon of="lock" size={size === "small" ? 15 : 18} />
          <span className={WORD}>{children}</span>
        </button>
        <span id={reasonId} className="text-meta text-ink-3">
          {lockedReason}
        </span>
      </span>
    );
  }

  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest.disabled || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={buttonLook(rest.disabled ? "locked" : kind, size, wide, busy ? "opacity-85" : undefined)}
    >
      {busy ? (
        <Icon of="loader-circle" size={size === "small" ? 15 : 18} className="animate-spin" />
      ) : (
        icon && <Icon of={icon} size={size === "small" ? 15 : 18} mirror={mirrorIcon} />
      )}
      <span className={WORD}>{children}</span>
      {busy && <span className="sr-only">{t("ui.busy")}</span>}
    </button>
  );
}

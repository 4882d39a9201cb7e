import type { IconName } from "./icons";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type NoticeKind = "info" | "saffron" | "brick" | "ink";

const LOOK: Record<NoticeKind, { box: string; title: string; icon: IconName }> = {
  info: { box: "border-teal-line border-s-teal bg-teal-tint", title: "text-teal-deep", icon: "info" },
  saffron: {
    box: "border-saffron-line border-s-saffron bg-saffron-tint",
    title: "text-saffron-ink",
    icon: "triangle-alert",
  },
  brick: { box: "border-brick-line border-s-brick bg-brick-tint", title: "text-brick", icon: "circle-alert" },
  ink: { box: "border-line-2 border-s-ink-2 bg-sheet", title: "text-ink", icon: "cloud-off" },
};

/**
 * A message on the page: what happened, what was kept, what to do.
 * @param kind info (teal), saffron (needs you), brick (harm: an error), ink (a lost connection: no harm).
 * @param live announces it at once: for a message that is the answer to what was just done.
 * @param action one button or link at the end side.
 */
export function Notice({
  kind = "info",
  title,
  children,
  icon,
  action,
  live = false,
  id,
}: {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  action?: ReactNode;
  live?: boolean;
  id?: string;
}) {
  const look = LOOK[kind];
  return (
    <div
      id={id}
      role={live ? (kind === "brick" ? "alert" : "status") : undefined}
      tabIndex={id ? -1 : undefined}
      className={classNames(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-field border border-s-4 px-4 py-3",
        look.box,
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        {title && (
          <p className={classNames("flex items-start gap-2 text-item", look.title)}>
            <Icon of={icon ?? look.icon} className="mt-1" />
            <span>{title}</span>
          </p>
        )}
        {children && <div className="text-second text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}

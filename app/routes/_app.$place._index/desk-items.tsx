import type { ReactNode } from "react";
import type { IconName } from "~/ui/icons";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MarginItem, MarginList } from "~/ui/margin-list";
import type { DeskKey } from "./messages";

/** Something that waits on a desk: when or which, what, and the one act that goes on from here. */
export type DeskItem = {
  key: string;
  /** Today, where it is left out. */
  margin?: string;
  marginNote?: string;
  icon: IconName;
  title: ReactNode;
  note?: string;
  act: { to: string; label: string; icon?: IconName };
  /** Facts that spare a click. */
  body?: ReactNode;
};

/** What waits on a desk, in its order. Only the first act is filled. */
export function DeskItems({ items }: { items: readonly DeskItem[] }) {
  const t = useT<DeskKey>();
  return (
    <MarginList label={t("desk.title")}>
      {items.map(({ key, margin = t("desk.today"), marginNote, icon, title, note, act, body }, index) => (
        <MarginItem
          key={key}
          margin={margin}
          marginNote={marginNote}
          icon={icon}
          title={title}
          note={note}
          action={
            <LinkButton kind={index === 0 ? "primary" : "secondary"} to={act.to} icon={act.icon}>
              {act.label}
            </LinkButton>
          }
        >
          {body}
        </MarginItem>
      ))}
    </MarginList>
  );
}

/** Where obligations are verified: the only one itself, else their list. */
export function toVerifyHref(
  home: string,
  { count, firstId }: { count: number; firstId?: string | null },
): string {
  return count === 1 && firstId
    ? `${home}/obligations/${firstId}`
    : `${home}/obligations?end=issued&filter=to-verify`;
}

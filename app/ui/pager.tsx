import type { ReactNode } from "react";
import { buttonLook, WORD } from "./button-look";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { IconName } from "./icons";
import type { UiKey } from "./messages";
import { Link } from "./link";

/**
 * Previous and next of a keyset list, as links; the end of the list is a locked mark. A list of one page has neither.
 * @param children what is shown: "1 to 12 of 37".
 */
export function Pager({
  previous,
  next,
  children,
}: {
  previous?: string;
  next?: string;
  children?: ReactNode;
}) {
  const t = useT<UiKey>();
  if (!previous && !next) return children ? <p className="mt-3 text-meta text-ink-3">{children}</p> : null;
  const ends: { to?: string; word: string; icon: IconName; first: boolean }[] = [
    { to: previous, word: t("ui.pager.previous"), icon: "chevron-left", first: true },
    { to: next, word: t("ui.pager.next"), icon: "chevron-right", first: false },
  ];
  return (
    <nav
      aria-label={t("ui.pager")}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-meta text-ink-3">{children}</p>
      <div className="flex gap-2">
        {ends.map(({ to, word, icon, first }) => {
          const inside = (
            <>
              {first && <Icon of={icon} size={15} mirror />}
              <span className={WORD}>{word}</span>
              {!first && <Icon of={icon} size={15} mirror />}
            </>
          );
          return to === undefined ? (
            <span key={word} aria-disabled="true" role="link" className={buttonLook("locked", "medium")}>
              {inside}
            </span>
          ) : (
            <Link
              key={word}
              to={to}
              rel={first ? "prev" : "next"}
              className={buttonLook("secondary", "medium")}
            >
              {inside}
            </Link>
          );
        })}
      </div>
    </nav>
  );
}

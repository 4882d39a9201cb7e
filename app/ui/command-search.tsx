import { lazy, Suspense, useEffect, useState } from "react";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Link } from "./link";

export type FoundItem = { to: string; title: string; meta?: string };
/** What was found of one kind; `labels` of CommandSearch names the kinds. */
export type FoundGroup = { kind: string; items: FoundItem[] };

const CommandPalette = lazy(() => import("./command-palette"));

export type CommandSearchProps = {
  /** The search page, which takes `q` by POST: for whoever has no script, and for all results. */
  page: string;
  /** A route that answers `{ groups: FoundGroup[] }` to `q` by POST. */
  data: string;
  /** Headings of the kinds. */
  labels: Readonly<Record<string, string>>;
};

/**
 * Search over everything, in the top line: a link to the search page; with script it opens in place, also by Ctrl-K.
 * What is typed travels in bodies, never in an address.
 */
export function CommandSearch({ page, data, labels }: CommandSearchProps) {
  const t = useT<UiKey>();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyK") return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <Link
        to={page}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setOpen(true);
        }}
        className="inline-flex items-center gap-2 rounded-field text-second text-ink-2 max-lg:size-9 max-lg:justify-center max-lg:hover:bg-sunk max-sm:size-11 lg:h-9 lg:w-60 lg:border lg:border-edge lg:bg-sheet lg:px-3 xl:w-85"
      >
        <Icon of="search" />
        <span className="flex-1 pt-0.5 max-lg:sr-only">{t("ui.search")}</span>
        <kbd
          aria-hidden
          dir="ltr"
          className="rounded-check border border-line-2 px-1.5 font-sans text-meta leading-snug max-lg:hidden"
        >
          Ctrl K
        </kbd>
      </Link>
      {open && (
        <Suspense fallback={null}>
          <CommandPalette page={page} data={data} labels={labels} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

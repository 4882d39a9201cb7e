import type { ReactNode } from "react";
import { BrandMark } from "./brand";
import { useT } from "./i18n";
import type { UiKey } from "./messages";

/**
 * An empty list: says what will be here, what it is good for, and offers the first step.
 * @param filtered true when something is there but the search or the filters hide it: no drawing, only the words, and
 * where nothing else is said, what to change.
 */
export function EmptyState({
  title,
  children,
  actions,
  filtered = false,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  filtered?: boolean;
}) {
  const t = useT<UiKey>();
  const why = children ?? (filtered ? t("ui.empty.filtered") : null);
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4 px-4 py-8 sm:px-8">
      {!filtered && (
        <div aria-hidden className="relative h-18 w-20 shrink-0 rounded-card border border-line-2 bg-sheet">
          <span className="absolute inset-y-0 start-4 w-px bg-brick-line" />
          <span className="absolute start-7 end-4 top-5 h-px bg-line-2" />
          <span className="absolute start-7 end-7 top-9 h-px bg-line-2" />
          <BrandMark className="absolute end-4 bottom-3" />
        </div>
      )}
      <div className="max-w-140 min-w-0 flex-1 basis-64">
        <h2 className="text-section">{title}</h2>
        {why && <div className="mt-1 text-body text-ink-2">{why}</div>}
        {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

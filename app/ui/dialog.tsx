import { useEffect, useId, useRef, type ReactNode } from "react";
import { useT } from "./i18n";
import { IconButton } from "./icon-button";
import type { UiKey } from "./messages";

/**
 * A dialog over the page: native, so the browser keeps focus inside, closes on Escape and gives focus back.
 * Forms that live here have a page of their own as well, for whoever has no script: see DialogLink.
 * @param wide for tables and previews.
 */
export function Dialog({
  open,
  onClose,
  title,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useT<UiKey>();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={`m-auto w-[calc(100%-2rem)] rounded-card border border-line-2 bg-sheet p-0 text-ink ${wide ? "max-w-240" : "max-w-140"}`}
    >
      {open && (
        <div className="p-5">
          <div className="mb-2 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-section">
              {title}
            </h2>
            <IconButton label={t("ui.close")} icon="x" onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}

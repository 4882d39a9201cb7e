import type { ReactNode } from "react";

/**
 * The buttons at the end of a form; on long forms they stay at the foot of the window.
 * @param remaining what is left to do, beside a locked button.
 */
export function FormActions({
  children,
  remaining,
  sticky = false,
}: {
  children: ReactNode;
  remaining?: ReactNode;
  sticky?: boolean;
}) {
  return (
    <div
      className={
        sticky
          ? "sticky bottom-0 z-10 low:static -mx-4 mt-6 flex min-h-16 flex-wrap items-center justify-between gap-3 border-t border-line-2 bg-sheet px-4 py-3 max-sm:bottom-17 sm:-mx-8 sm:px-8 print:hidden"
          : "mt-2 flex flex-wrap items-center justify-between gap-3 print:hidden"
      }
    >
      {remaining && <div className="text-second text-ink-2">{remaining}</div>}
      <div className="flex flex-wrap items-start gap-2 max-sm:w-full max-sm:flex-col max-sm:items-stretch">
        {children}
      </div>
    </div>
  );
}

import { useEffect, useRef } from "react";

/**
 * Whoever opens a resolution by keyboard stands in its form at once, and whoever closes it stands where he opened it:
 * an address alone moves nobody, and the next Tab would begin at the head of the page.
 */
export function useFocusOfOpen(open: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = open;
    if (open === was) return;
    // Whoever wrote in the form before the page was ready stays where he is.
    if (document.getElementById("open")?.contains(document.activeElement)) return;
    const target = open ? firstOf(document.getElementById("open")) : was ? openerOf(was) : null;
    target?.focus({ preventScroll: true });
  }, [open]);
}

/** The chosen one of a row of choices, else the first field. */
function firstOf(form: HTMLElement | null): HTMLElement | null {
  const first = form?.querySelector<HTMLInputElement>("input:not([type=hidden]), select, textarea");
  if (first?.type !== "radio") return first ?? null;
  return form?.querySelector<HTMLInputElement>(`input[name="${first.name}"]:checked`) ?? first;
}

function openerOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[href*="open=${CSS.escape(id)}"]`);
}

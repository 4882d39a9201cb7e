import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** The anchor that a plain click of the main button asks to follow inside the application; null for any other click. */
function anchorOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const anchor = event.target.closest<HTMLAnchorElement>("a[href]");
  if (!anchor || anchor.target || anchor.hasAttribute("download") || "document" in anchor.dataset)
    return null;
  const isWithin = anchor.origin === location.origin;
  const isHere =
    anchor.hash !== "" && anchor.pathname === location.pathname && anchor.search === location.search;
  return isWithin && !isHere ? anchor : null;
}

/** Follows the links of a document (`link.tsx`) without loading a new one. Once, in the root. */
export function usePageLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const anchor = anchorOf(event);
      if (!anchor) return;
      event.preventDefault();
      const to = anchor.pathname + anchor.search + anchor.hash;
      void navigate(to, {
        replace: to === location.pathname + location.search + location.hash,
        preventScrollReset: anchor.dataset.scroll === "keep",
      });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [navigate]);
}

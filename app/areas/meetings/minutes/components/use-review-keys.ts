import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";

type Keys = {
  /** The resolutions that are shown, in their order. */
  ids: readonly string[];
  open: string | null;
  hrefOf: (id: string) => string;
  neighbours: { previous: string | null; next: string | null };
  draftHref: (id: string) => string;
};

/** The keys by name, for a page that is read before its script has come (`data-keys`). */
export const REVIEW_KEYS = "Control+Enter Alt+ArrowDown Alt+ArrowUp Alt+PageDown Alt+PageUp";

/**
 * Keys of the review: Ctrl+Enter saves and opens the next resolution, Alt+↓ and Alt+↑ open the next and the one before,
 * Alt+PageDown and Alt+PageUp the next draft of the queue and the one before. All have a modifier: none takes a letter
 * away from whoever types.
 */
export function useReviewKeys(keys: Keys): void {
  const navigate = useNavigate();
  const latest = useRef<(event: KeyboardEvent) => void>(() => {});
  // Where the last press leads while the page is still on its way there: the next press counts from it.
  const asked = useRef<string | null>(null);
  useEffect(() => {
    asked.current = null;
  }, [keys.open]);
  useEffect(() => {
    latest.current = (event) => {
      const target = targetOf(event, { ...keys, open: asked.current ?? keys.open });
      if (target === undefined) return;
      event.preventDefault();
      if (target === null) return;
      if (target.kind === "save") return saveAndNext();
      if (target.kind === "resolution") asked.current = target.id;
      void navigate(target.href, { preventScrollReset: false });
    };
  }, [keys, navigate]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

type Target =
  | { kind: "save" }
  | { kind: "resolution"; id: string; href: string }
  | { kind: "draft"; href: string };

/** undefined: no key of ours; null: one that has nowhere to go. */
function targetOf(event: KeyboardEvent, keys: Keys): Target | null | undefined {
  const { ids, open, hrefOf, neighbours, draftHref } = keys;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return open ? { kind: "save" } : undefined;
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const at = open ? ids.indexOf(open) : -1;
  const resolution = (id: string | undefined): Target | null =>
    id === undefined ? null : { kind: "resolution", id, href: hrefOf(id) };
  const draft = (id: string | null): Target | null =>
    id === null ? null : { kind: "draft", href: draftHref(id) };
  switch (event.key) {
    case "ArrowDown":
      return resolution(ids[at + 1]);
    case "ArrowUp":
      return resolution(at === -1 ? ids.at(-1) : ids[at - 1]);
    case "PageDown":
      return draft(neighbours.next);
    case "PageUp":
      return draft(neighbours.previous);
    default:
      return undefined;
  }
}

function saveAndNext(): void {
  document.querySelector<HTMLButtonElement>('#open button[name="do"][value="next"]')?.click();
}

import { useNavigate, useSubmit } from "@remix-run/react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { classNames } from "./class-names";
import type { CommandSearchProps, FoundGroup } from "./command-search";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Link } from "./link";

/** Waits until the hand rests before it asks: a key press on a slow line is not a question yet. */
const PAUSE_MS = 180;

const LEAST_LETTERS = 2;

/** What the data route answers to the words typed; undefined while it is asked. */
function useAnswer(data: string, query: string): { groups: FoundGroup[]; to: string } | undefined {
  const [answer, setAnswer] = useState<{ groups: FoundGroup[]; to: string }>();
  useEffect(() => {
    if (query.trim().length < LEAST_LETTERS) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      // A plain request: the router would load the whole page anew after every word.
      fetch(data, { method: "POST", body: new URLSearchParams({ q: query }), signal: asking.signal })
        .then((response) => (response.ok ? (response.json() as Promise<{ groups: FoundGroup[] }>) : null))
        .then((found) => setAnswer({ groups: found?.groups ?? [], to: query }))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query, data]);
  return answer;
}

/** The dialog of CommandSearch: answers as one types; arrows choose, Enter goes. Loaded by itself. */
export default function CommandPalette({
  page,
  data,
  labels,
  onClose,
}: CommandSearchProps & { onClose: () => void }) {
  const t = useT<UiKey>();
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const ask = useSubmit();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const answer = useAnswer(data, query);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const isAsking = query.trim().length >= LEAST_LETTERS;
  const groups = isAsking ? (answer?.groups ?? []) : [];
  const items = groups.flatMap((group) => group.items);
  const chosen = items[Math.min(active, items.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (items.length === 0 ? 0 : (now + step + items.length) % items.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (chosen) navigate(chosen.to);
      else ask({ q: query }, { method: "post", action: page });
      onClose();
    }
  };

  let index = -1;
  return (
    <dialog
      ref={dialog}
      aria-label={t("ui.search")}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-[10vh] w-[calc(100%-2rem)] max-w-160 rounded-card border border-line-2 bg-sheet p-0 text-ink"
    >
      <label className="flex items-center gap-3 border-b border-line px-4">
        <Icon of="search" className="text-ink-3" />
        <span className="sr-only">{t("ui.search.hint")}</span>
        <input
          autoFocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${items.indexOf(chosen)}` : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 min-w-0 flex-1 bg-transparent text-body outline-none"
        />
      </label>
      <p className="px-4 pt-2 text-meta text-ink-3" role="status">
        {!isAsking
          ? t("ui.search.hint")
          : answer?.to !== query
            ? t("ui.search.loading")
            : items.length === 0
              ? t("ui.search.none", { query })
              : ""}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t("ui.search")}
        className="max-h-[60vh] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-label={labels[group.kind]}>
            <p aria-hidden className="px-2 pt-1 text-meta text-ink-3">
              {labels[group.kind]}
            </p>
            {group.items.map((item) => {
              index += 1;
              return (
                <Link
                  key={item.to}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={item === chosen}
                  tabIndex={-1}
                  to={item.to}
                  onClick={onClose}
                  className={classNames(
                    "flex min-h-10 flex-wrap items-center gap-x-3 rounded-field px-2 text-second max-sm:min-h-11",
                    item === chosen ? "bg-teal-tint text-teal-deep" : "hover:bg-sunk",
                  )}
                >
                  <span className="min-w-0 flex-1 truncate pt-0.5">{item.title}</span>
                  {item.meta && <bdi className="text-meta text-ink-3">{item.meta}</bdi>}
                </Link>
              );
            })}
          </div>
        ))}
      </div>
    </dialog>
  );
}

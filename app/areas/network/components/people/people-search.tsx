import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "~/ui/icon-button";
import { useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { SubmitButton } from "~/ui/form/submit-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";
import type { PersonInTable } from "../../queries.server/people";

export type Found = { q: string; people: PersonInTable[] };

/** Pause of the typing hand after which the search is asked, in milliseconds. */
const PAUSE = 180;

/**
 * Searches the county's people as one types. The words travel in the body of a request, never in an address: a name is
 * personal. Without script the button sends them.
 * @param onFound what was found; null when nothing is searched.
 */
export function PeopleSearch({ start, onFound }: { start: string; onFound: (found: Found | null) => void }) {
  const t = useT<NetworkKey | UiKey>();
  const fetcher = useFetcher<{ found: Found }>();
  const [typed, setTyped] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  const answer = fetcher.data?.found;
  const ask = fetcher.submit;

  useEffect(() => {
    if (answer) onFound(answer.q === "" ? null : answer);
  }, [answer, onFound]);

  useEffect(() => {
    if (typed === start) return;
    if (typed.trim() === "") {
      onFound(null);
      return;
    }
    const timer = setTimeout(() => ask({ q: typed }, { method: "post" }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, start, ask, onFound]);

  return (
    <fetcher.Form method="post" role="search" className="mb-3 flex max-w-140 items-center gap-2 print:hidden">
      <label className="relative min-w-0 flex-1">
        <span className="sr-only">{t("network.search")}</span>
        <Icon of="search" className="pointer-events-none absolute inset-y-0 start-3 my-auto text-ink-3" />
        <input
          ref={input}
          type="search"
          name="q"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
          autoComplete="off"
          placeholder={t("network.search")}
          className="min-h-9 w-full rounded-field border border-edge bg-sheet ps-10 pe-3 text-body max-sm:min-h-11"
        />
      </label>
      {typed !== "" && (
        <IconButton
          label={t("network.search.clear")}
          icon="x"
          onClick={() => {
            setTyped("");
            input.current?.focus();
          }}
        />
      )}
      <noscript>
        <SubmitButton kind="secondary">{t("ui.search")}</SubmitButton>
      </noscript>
    </fetcher.Form>
  );
}

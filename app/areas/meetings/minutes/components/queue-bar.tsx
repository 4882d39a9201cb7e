import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { MinutesKey } from "../minutes-messages";

/** The drafts before and after this one in the queue, and the keys that do the same. */
export function QueueBar({
  neighbours,
  base,
}: {
  neighbours: { previous: string | null; next: string | null };
  base: string;
}) {
  const t = useT<MinutesKey>();
  const to = (id: string) => `${base}/review/${id}?show=attention`;
  return (
    <div className="-mt-2 mb-2 flex flex-wrap items-center gap-2">
      {neighbours.previous && (
        <LinkButton to={to(neighbours.previous)} kind="quiet" size="small" icon="chevron-left" mirrorIcon>
          {t("minutes.queue.previous")}
        </LinkButton>
      )}
      {neighbours.next && (
        <LinkButton to={to(neighbours.next)} kind="quiet" size="small" icon="chevron-right" mirrorIcon>
          {t("minutes.queue.next")}
        </LinkButton>
      )}
      <LinkButton to={`${base}/queue`} kind="quiet" size="small" icon="list-checks">
        {t("minutes.queue.title")}
      </LinkButton>
      <details className="text-meta text-ink-3 max-sm:hidden">
        <summary className="cursor-pointer">{t("minutes.keys")}</summary>
        <p dir="auto">{t("minutes.keys.text")}</p>
      </details>
    </div>
  );
}

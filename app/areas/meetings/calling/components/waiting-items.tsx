import { Form as RemixForm } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { MeetingsKey } from "../../messages";
import type { AgendaItem } from "../agenda.server";
import type { AgendaAct } from "../choices";

/** Items that stand beside an agenda, each with the one button that brings it onto it. Nothing without items. */
export function WaitingItems({
  title,
  items,
  act,
  word,
  requestId,
}: {
  title: string;
  items: readonly AgendaItem[];
  act: AgendaAct;
  word: string;
  requestId: string;
}) {
  const t = useT<MeetingsKey>();
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {items.map((item) => (
          <li
            key={item.id}
            className="flex items-start justify-between gap-3 border-b border-line py-2 text-second last:border-b-0"
          >
            <span className="min-w-0 wrap-anywhere">
              <bdi>{item.title}</bdi>
              {item.minutes !== null && (
                <span className="ms-2 text-meta text-ink-3">
                  {t("calling.agenda.minutes", { count: item.minutes })}
                </span>
              )}
            </span>
            <RemixForm method="post" preventScrollReset>
              <input type="hidden" name="requestId" value={requestId} />
              <input type="hidden" name="revision" value={item.revision} />
              <input type="hidden" name="itemId" value={item.id} />
              <Button
                name="act"
                value={act}
                size="small"
                kind="quiet"
                icon={act === "restore" ? "undo-2" : "plus"}
                mirrorIcon={act === "restore"}
              >
                {word}
              </Button>
            </RemixForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

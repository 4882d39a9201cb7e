import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { MeetingsKey } from "../../messages";
import type { OutcomeKind } from "../choices";
import type { OutcomeRow } from "../queries.server";

const LOOK: Record<OutcomeKind, ChipLook> = {
  information: { icon: "info", tone: "neutral" },
  decision: { icon: "check", tone: "neutral" },
  resolution: { icon: "list-checks", tone: "teal" },
  "people-ask": { icon: "hand", tone: "saffron" },
  "bodies-ask": { icon: "landmark", tone: "neutral" },
  promise: { icon: "message-square-text", tone: "saffron" },
};

/** What came of an item, in the order in which it was written down. */
export function OutcomeList({
  outcomes,
  editHref,
}: {
  outcomes: readonly OutcomeRow[];
  /** Where an outcome is mended; none once the meeting is over. */
  editHref: ((id: string) => string) | null;
}) {
  const t = useT<MeetingsKey>();
  return (
    <ol className="flex flex-col">
      {outcomes.map((one) => {
        const facts = (
          [
            ["meetings.outcome.parties", one.parties],
            ["meetings.outcome.deadline", one.deadline],
            ["meetings.outcome.speaker", one.speaker],
            ["meetings.outcome.place", one.place],
          ] as const
        ).filter(([, value]) => value !== null);
        return (
          <li
            key={one.id}
            className="flex items-start justify-between gap-3 border-b border-line-2 py-3 last:border-0"
          >
            <div className="min-w-0">
              <Chip {...LOOK[one.kind]}>{t(`meetings.outcome.kind.${one.kind}`)}</Chip>
              <p className="mt-1 text-body leading-[1.8] whitespace-pre-wrap">
                <bdi>{one.text}</bdi>
              </p>
              {one.items.length > 0 && (
                <ul className="list-disc ps-6 text-second leading-[1.8]">
                  {one.items.map((item) => (
                    <li key={item}>
                      <bdi>{item}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              {facts.length > 0 && (
                <p className="mt-1 flex flex-wrap gap-x-4 text-meta text-ink-3">
                  {facts.map(([key, value]) => (
                    <span key={key}>
                      {t(key)}: <bdi>{value}</bdi>
                    </span>
                  ))}
                </p>
              )}
            </div>
            {editHref && (
              <span className="shrink-0">
                <LinkButton to={editHref(one.id)} kind="quiet" size="small" icon="pencil">
                  {t("meetings.outcome.edit")}
                </LinkButton>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

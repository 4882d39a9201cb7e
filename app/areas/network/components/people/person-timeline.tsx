import type { ReactNode } from "react";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Timeline } from "~/ui/timeline";
import { reasonKey } from "../../choices";
import type { NetworkKey } from "../../messages";
import { useAgreedWord } from "../contacts/agreed-word";

import type { TimelineRow } from "../../queries.server/timeline";
import type { NoteKind } from "../../texts/notes";

/** Which note of a row can be corrected: of a talk that led to something, what was noted first. */
function noteKindOf({ kind, note, actionTaken }: TimelineRow): NoteKind | undefined {
  if (kind === "state") return note ? "step" : undefined;
  if (kind !== "contact") return undefined;
  if (note) return "contact";
  return actionTaken ? "action" : undefined;
}

/**
 * Contacts, circles and steps of the joining path of one person, the newest first.
 * @param base address of the network, left out for a reader to whom no other page of it is open.
 * @param mayEdit whether the reader may correct notes.
 */
export function PersonTimeline({
  rows,
  base,
  mayEdit = false,
}: {
  rows: readonly TimelineRow[];
  base?: string;
  mayEdit?: boolean;
}) {
  const t = useT<NetworkKey>();
  const agreedWord = useAgreedWord();
  if (rows.length === 0) return <p className="text-second text-ink-3">{t("network.person.no-history")}</p>;

  const what = (row: TimelineRow): ReactNode => {
    if (row.kind === "contact") return row.outcome && t(`network.outcome.${row.outcome}`);
    if (row.kind === "state")
      return row.state && t("network.happened.state", { state: t(`network.state.${row.state}`) });
    const circle = row.circleName ?? "";
    const words =
      row.kind === "role"
        ? t("network.happened.role", { circle, role: t(`network.circle.role.${row.role ?? "member"}`) })
        : t(`network.happened.${row.kind}`, { circle });
    return base ? (
      <Link to={`${base}/circles/${row.circleId ?? ""}`} className="hover:text-teal">
        {words}
      </Link>
    ) : (
      words
    );
  };
  const notes = (row: TimelineRow): string[] =>
    [
      row.reason && t(reasonKey(row.reason)),
      row.note,
      row.actionTaken && t("network.action.taken-note", { note: row.actionTaken }),
      row.nextOn && agreedWord(row.nextOn, row.nextAt, "long"),
      row.byName && t("network.happened.by", { name: row.byName }),
    ].filter((note): note is string => Boolean(note));

  return (
    <Timeline
      label={t("network.person.timeline")}
      events={rows.map((row) => ({
        key: `${row.kind}-${row.id}`,
        when: <DateText iso={row.day} style="day-month" />,
        whenNote: row.channel ? t(`network.channel.${row.channel}`) : undefined,
        what: what(row),
        note: (
          <>
            {notes(row).map((note) => (
              <span key={note} className="block whitespace-pre-wrap">
                {note}
              </span>
            ))}
            {base && row.outcome === "action-needed" && row.actionTaken === null && (
              <Link to={`${base}/actions`} className="block text-teal hover:underline">
                {t("network.action.is-open")}
              </Link>
            )}
            {base && mayEdit && noteKindOf(row) && (
              <Link
                to={`${base}/notes/${row.id}?of=${noteKindOf(row)}`}
                className="text-ink-3 hover:text-teal"
              >
                {t("network.note.edit")}
              </Link>
            )}
          </>
        ),
      }))}
    />
  );
}

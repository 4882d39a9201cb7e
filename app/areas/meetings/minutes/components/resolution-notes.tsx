import { useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewNote } from "../review";

function sentence(note: ReviewNote, t: ReturnType<typeof useT<MinutesKey>>): string {
  switch (note.code) {
    case "last-sub-item-may-close-sentence":
      return t("minutes.note.last-sub-item-may-close-sentence", { label: note.label });
    case "footnote":
      return t("minutes.note.footnote", { written: note.written });
    case "text-speaks-of-time":
      return t("minutes.note.text-speaks-of-time", { written: note.written });
    case "text-names-party":
    case "text-names-receiver":
    case "party-narrowed":
      return t(`minutes.note.${note.code}`, { party: note.party, written: note.written });
  }
}

/** What a person should know about a resolution; `brief` leaves out what only the open form needs. */
export function ResolutionNotes({ notes, brief = false }: { notes: readonly ReviewNote[]; brief?: boolean }) {
  const t = useT<MinutesKey>();
  const shown = brief
    ? notes.filter(({ code }) => code === "text-names-party" || code === "footnote")
    : notes;
  if (shown.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-1">
      {shown.map((note, index) => (
        <li key={index} className="flex items-start gap-2 text-meta text-ink-2">
          <Icon of="lightbulb" size={15} className="mt-1 text-saffron-ink" />
          <span>{sentence(note, t)}</span>
        </li>
      ))}
    </ul>
  );
}

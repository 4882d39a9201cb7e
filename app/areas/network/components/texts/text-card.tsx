import { Form as PlainForm } from "@remix-run/react";
import { formatJalali } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Sheet } from "~/ui/sheet";
import type { NetworkKey } from "../../messages";
import type { TextRow } from "../../queries.server/texts";
import { NOTE_KINDS, NOTE_SOURCES } from "../../texts/notes";
import type { TextSource } from "../../texts/sources";

const WORDS = {
  "circle.topic": "network.texts.circle-topic",
  "contact.action_taken_note": "network.texts.action-note",
  "contact.note": "network.texts.contact-note",
  "person.note": "network.texts.person-note",
  "person.source": "network.texts.person-source",
  "person_file.removed_reason": "network.texts.file-reason",
  "person_file.title": "network.texts.file-title",
  "person_state_change.note": "network.texts.step-note",
  "relocation.decline_note": "network.texts.relocation-note",
  "relocation.new_locality": "network.texts.relocation-locality",
  "tie.note": "network.texts.tie-note",
} as const satisfies Record<TextSource, NetworkKey>;

/** Where the page stands on which a text can be mended. */
function pathOf({ source, ownerId, recordId }: TextRow): string {
  if (source === "circle.topic") return `circles/${ownerId}/edit`;
  if (source.startsWith("relocation.")) return `relocations/${ownerId}`;
  if (source === "tie.note") return `ties/${ownerId}`;
  const kind = NOTE_KINDS.find((one) => NOTE_SOURCES[one] === source);
  return kind ? `notes/${recordId}?of=${kind}` : `people/${ownerId}/edit`;
}

/** One text with the place where it stands: nobody is named beside it. */
export function TextCard({ row, base, requestId }: { row: TextRow; base: string; requestId: string }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const day = row.day === null ? "" : formatJalali(row.day, locale, "long");
  const place = t(WORDS[row.source], { day });
  return (
    <Sheet as="li">
      <h2 className="text-meta text-ink-3">{place}</h2>
      <p className="my-2 break-words whitespace-pre-line" dir="auto">
        {row.text}
      </p>
      <PlainForm method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="source" value={row.source} />
        <input type="hidden" name="recordId" value={row.recordId} />
        <input type="hidden" name="textHash" value={row.textHash} />
        <LinkButton
          to={`${base}/${pathOf(row)}`}
          size="small"
          aria-label={t("network.texts.open-what", { place })}
        >
          {t("network.texts.open")}
        </LinkButton>
        <Button size="small">{t("network.texts.fine")}</Button>
      </PlainForm>
    </Sheet>
  );
}

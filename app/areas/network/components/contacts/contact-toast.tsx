import { useT } from "~/ui/i18n";
import { Toast } from "~/ui/toast";
import type { NetworkKey } from "../../messages";
import type { Outcome } from "../../choices";

/** What was just written down, with the way back. */
export function ContactToast({
  contact,
  base,
}: {
  contact: { id: string; fullName: string; outcome: Outcome };
  base: string;
}) {
  const t = useT<NetworkKey>();
  return (
    <Toast at={contact.id} undo={{ action: `${base}/undo`, fields: { contactId: contact.id } }}>
      {t("network.contact.recorded", {
        name: contact.fullName,
        outcome: t(`network.outcome.${contact.outcome}`),
      })}
    </Toast>
  );
}

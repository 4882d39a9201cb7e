import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import type { NetworkKey } from "../../messages";
import type { Outcome } from "../../choices";

/** In the queue: what was just written down, with the way back, above the next card so that it covers no button. */
export function JustRecorded({
  contact,
  base,
}: {
  contact: { id: string; fullName: string; outcome: Outcome };
  base: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  return (
    <div className="mx-auto mb-4 max-w-120">
      <Notice
        kind="ink"
        icon="check"
        live
        title={t("network.contact.recorded", {
          name: contact.fullName,
          outcome: t(`network.outcome.${contact.outcome}`),
        })}
        action={
          <Form method="post" action={`${base}/undo`}>
            <input type="hidden" name="contactId" value={contact.id} />
            <Button size="small" icon="undo-2">
              {t("ui.undo")}
            </Button>
          </Form>
        }
      />
    </div>
  );
}

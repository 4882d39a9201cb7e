import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import type { HeldQuiet } from "../hours.server";
import type { NotificationKey } from "../messages";

/** Takes the place's own hours of a channel back, so that those of the level above hold. */
export function FollowAbove({
  held,
  requestId,
}: {
  held: Pick<HeldQuiet, "channel" | "revision">;
  requestId: string;
}) {
  const t = useT<NotificationKey>();
  return (
    <Form method="post" className="mt-2">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="channel" value={held.channel} />
      <input type="hidden" name="revision" value={held.revision} />
      <Button name="do" value="as-above" kind="quiet">
        {t("notifications.quiet.as-above")}
      </Button>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { NotificationKey } from "../messages";
import type { Unreached } from "../unreached.server";

/**
 * Says on somebody's page that messages to him do not arrive, and has them sent again in one press once his number is mended
 * or said to be right.
 */
export function UnreachedNotice({
  unreached,
  place,
  mayMend,
}: {
  unreached: Unreached | null;
  place: number;
  mayMend: boolean;
}) {
  const t = useT<NotificationKey>();
  if (!unreached) return null;
  const { to, bad, again } = unreached;
  return (
    <div className="mb-4 print:hidden">
      <Notice
        kind="saffron"
        title={
          bad.length > 0
            ? bad.map(({ channel, why }) => t(`notifications.unreached.${channel}.${why}`)).join(" ")
            : t("notifications.unreached.again", { count: again })
        }
        action={
          mayMend && (
            <Form method="post" action={`/${place}/messages?index`}>
              <input type="hidden" name="kind" value={to.kind} />
              <input type="hidden" name="receiver" value={to.id} />
              <Button size="small">
                {t(bad.length > 0 ? "notifications.unreached.right" : "notifications.unreached.do")}
              </Button>
            </Form>
          )
        }
      >
        {bad.length > 0 && t("notifications.unreached.text", { count: again })}
      </Notice>
    </div>
  );
}

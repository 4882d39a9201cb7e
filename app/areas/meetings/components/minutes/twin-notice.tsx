import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import type { MinutesKey } from "../../minutes-messages";

/** The same minutes came before: bring those up to date, or say that these are others. */
export function TwinNotice({
  twin,
  base,
  requestId,
}: {
  twin: { id: string; title: string; isIssued: boolean };
  base: string;
  requestId: string;
}) {
  const t = useT<MinutesKey>();
  const { id, title, isIssued } = twin;
  return (
    <div className="mb-4">
      <Notice
        kind="saffron"
        icon="copy"
        title={t("minutes.twin.title")}
        action={
          <Form method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="requestId" value={requestId} />
            <Button name="do" value={isIssued ? "update-issued" : "update"} icon="repeat-2">
              {t("minutes.twin.update")}
            </Button>
            <Button name="do" value="apart" kind="quiet">
              {t("minutes.twin.apart")}
            </Button>
            <LinkButton to={isIssued ? `${base}/${id}` : `${base}/review/${id}`} kind="quiet" icon="eye">
              {t("minutes.twin.see")}
            </LinkButton>
          </Form>
        }
      >
        {t(isIssued ? "minutes.twin.issued" : "minutes.twin.draft", { title })}
      </Notice>
    </div>
  );
}

import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { listed } from "~/ui/listed";
import { localDigits } from "~/ui/numbers";
import type { OwnMinutesKey } from "../../own-minutes/own-minutes-messages";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";

/** The same minutes came before: bring those up to date, or say that these are others. */
export function TwinNotice({
  twin,
  base,
  requestId,
  isCorrection,
}: {
  twin: NonNullable<ReviewPage["twin"]>;
  base: string;
  requestId: string;
  /** A further version of a meeting's own minutes: the chair's approval brings up to date what was issued. */
  isCorrection: boolean;
}) {
  const t = useT<MinutesKey | OwnMinutesKey>();
  const { id, title, isIssued } = twin;
  if (isCorrection)
    return (
      twin.changes && (
        <div className="mb-4">
          <Notice kind="ink" icon="pencil" title={t("minutes.own.changes.issued")}>
            <IssuedChanges changes={twin.changes} />
          </Notice>
        </div>
      )
    );
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
        {twin.changes && <IssuedChanges changes={twin.changes} />}
      </Notice>
    </div>
  );
}

type Changes = NonNullable<NonNullable<ReviewPage["twin"]>["changes"]>;

/** What bringing issued minutes up to date would change, and what of the newer copy it would leave out. */
function IssuedChanges({ changes: { words, owing, notTaken, attendance } }: { changes: Changes }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const digits = (number: number) => localDigits(String(number), locale);
  return (
    <>
      {words.length > 0 && (
        <p className="mt-2">{t("minutes.twin.words", { numbers: listed(words.map(digits), locale) })}</p>
      )}
      {owing.map(({ number, names }) => (
        <p key={number} className="mt-2">
          {t("minutes.twin.owing", { number, names: listed(names, locale) })}
        </p>
      ))}
      {attendance.attendees && <p className="mt-2">{t("minutes.twin.attendees")}</p>}
      {attendance.discussion && <p className="mt-2">{t("minutes.twin.discussion")}</p>}
      {notTaken.length > 0 && (
        <>
          <p className="mt-2 font-[550]">{t("minutes.twin.not-taken")}</p>
          <ul className="list-disc ps-5">
            {notTaken.map((one, index) => (
              <li key={index}>{t(`minutes.twin.not-taken.${one.code}`, one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import type { RefusalFace } from "~/ui/form/form-context";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { timeIn } from "~/lib/jalali";
import type { OwnMinutesKey } from "../../own-minutes/own-minutes-messages";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";

/** The foot of the review: what an issue would bring, what still keeps it locked, and the one button. */
export function IssueBar({
  page,
  requestId,
  lastResult,
  refusal,
  openHref,
  ownHref,
}: {
  page: ReviewPage;
  requestId: string;
  lastResult?: SubmissionResult<string[]> | undefined;
  refusal?: RefusalFace | undefined;
  openHref: (id: string) => string;
  /** A meeting's own minutes are not issued here: they go on to comments and approval. */
  ownHref: string | null;
}) {
  const t = useT<MinutesKey | OwnMinutesKey>();
  const { locale } = useLocale();
  const [form] = useForm({ id: "issue", ...(lastResult ? { lastResult } : {}) });
  const { locks, effect, resolutions } = page;
  const words = t("minutes.issue", { count: resolutions.length });
  const time = localDigits(timeIn(new Date(page.updatedAt)), locale);
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={page.revision}
      warn={false}
      layout="none"
      {...(refusal ? { refusal } : {})}
    >
      <FormActions
        sticky
        remaining={
          <>
            {locks.filter(({ code }) => !(ownHref && code === "no-resolutions")).length > 0 ? (
              <p className="text-ink">
                <strong>{t("minutes.review.remaining")}</strong>{" "}
                {locks.map(({ code, count, first }, index) => (
                  <span key={code}>
                    {index > 0 && " · "}
                    {first ? (
                      <Link
                        to={openHref(first)}
                        className="text-teal underline decoration-dashed underline-offset-4"
                      >
                        {t(`minutes.lock.${code}`, { count })}
                      </Link>
                    ) : (
                      t(`minutes.lock.${code}`, { count })
                    )}
                  </span>
                ))}
              </p>
            ) : (
              <p className="text-ink">
                <strong>{t("minutes.review.ready")}</strong> {t("minutes.review.effect", effect)}{" "}
                {effect.vague > 0 && t("minutes.review.effect-vague", { count: effect.vague })}
              </p>
            )}
            <p className="text-meta text-ink-3">
              {t("minutes.review.safe")} {t("minutes.review.saved", { time })}
            </p>
          </>
        }
      >
        {ownHref ? (
          <LinkButton to={ownHref} kind="primary" icon="send" mirrorIcon>
            {t("minutes.own.go-on")}
          </LinkButton>
        ) : !page.mayIssue ? (
          <p className="text-second text-ink-3">{t("minutes.review.readonly")}</p>
        ) : locks.length > 0 ? (
          <Button type="button" disabled>
            {words}
          </Button>
        ) : (
          <>
            {(page.neighbours.next ?? page.neighbours.previous) !== null && (
              <SubmitButton name="do" value="issue-next" kind="secondary" icon="list-checks">
                {t("minutes.issue.next")}
              </SubmitButton>
            )}
            <SubmitButton name="do" value="issue" icon="send" mirrorIcon>
              {words}
            </SubmitButton>
          </>
        )}
      </FormActions>
    </Form>
  );
}

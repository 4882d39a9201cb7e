import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { approveMinutes } from "~/areas/meetings/own-minutes/commands/approve-minutes.server";
import {
  answerComment,
  endComments,
  openComments,
  sayOnMinutes,
  takeBack,
} from "~/areas/meetings/own-minutes/commands/comments.server";
import { correctMinutes } from "~/areas/meetings/own-minutes/commands/correct-minutes.server";
import { takeDraft, writeMinutes } from "~/areas/meetings/own-minutes/commands/write-minutes.server";
import { ApproveForm, ChairWords, CorrectForm } from "~/areas/meetings/own-minutes/components/approval";
import { CommentForm, Comments } from "~/areas/meetings/own-minutes/components/comments";
import { MinutesText } from "~/areas/meetings/own-minutes/components/minutes-text";
import { Versions } from "~/areas/meetings/own-minutes/components/versions";
import { WindowForm } from "~/areas/meetings/own-minutes/components/window-form";
import { readOwnMinutes } from "~/areas/meetings/own-minutes/meeting-section.server";
import {
  AnswerComment,
  ApproveMinutes,
  CorrectMinutes,
  OpenComments,
  SayOnMinutes,
  StepOfMinutes,
  TakeDraft,
  WriteMinutes,
} from "~/areas/meetings/own-minutes/schema";
import { ROLES } from "~/kernel/actor";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** The minutes of a meeting on their way: writing, comments, the chair's approval, and what was approved. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, ...ROLES);
  const meetingId = idIn(args.params, "meetingId");
  const page = await reading(actor, (db) => readOwnMinutes(db, actor, meetingId, args.context.scope.today));
  const place = `/${actor.place.id}`;
  return {
    page,
    back: `${place}/meetings/${meetingId}`,
    review: `${place}/minutes/review`,
    versionsBase: `${place}/minutes/version`,
    done: new URL(args.request.url).searchParams.has("done"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "meetingId");
  const { request } = args;
  const here = `/${actor.place.id}/meetings/${id}/minutes`;
  const review = `/${actor.place.id}/minutes/review`;
  const form = await formOf(request);
  const stay = async (work: Promise<unknown>) => {
    await work;
    return redirect(here);
  };
  switch (form.get("do")) {
    case "write":
      return submit(
        request,
        WriteMinutes,
        async () => redirect(`${review}/${(await writeMinutes(actor, id)).id}`),
        form,
      );
    case "take":
      return submit(
        request,
        TakeDraft,
        async (input) => redirect(`${review}/${(await takeDraft(actor, id, input)).id}`),
        form,
      );
    case "open":
      return submit(request, OpenComments, (input) => stay(openComments(actor, id, input)), form);
    case "end":
      return submit(request, StepOfMinutes, (input) => stay(endComments(actor, id, input)), form);
    case "take-back":
      return submit(request, StepOfMinutes, (input) => stay(takeBack(actor, id, input)), form);
    case "comment":
      return submit(request, SayOnMinutes, (input) => stay(sayOnMinutes(actor, id, input)), form);
    case "answer":
      return submit(request, AnswerComment, (input) => stay(answerComment(actor, id, input)), form);
    case "approve":
      return submit(
        request,
        ApproveMinutes,
        async (input) => {
          await approveMinutes(actor, id, input);
          return redirect(`${here}?done=1`);
        },
        form,
      );
    case "correct":
      return submit(
        request,
        CorrectMinutes,
        async (input) => {
          await correctMinutes(actor, id, input);
          return redirect(here);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

/** Presses with nothing typed: a refusal of theirs is said at the head of the page. */
const PRESSES = ["write", "take", "end", "take-back"];

export default function OwnMinutesPage() {
  const { page, back, versionsBase, review, done, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const errorText = useErrorText();
  const { meeting, draft, versions } = page;
  const sent = answer?.result.initialValue?.do;
  const of = (what: string) => (sent === what ? answer : undefined);
  const refused =
    typeof sent === "string" && PRESSES.includes(sent)
      ? Object.values(answer?.result.error ?? {}).flatMap((errors) => errors ?? [])[0]
      : undefined;
  const isBeing = draft !== null && draft.life !== "approved";
  const press = (what: "end" | "take-back", revision: number) => (
    <PlainForm method="post">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="revision" value={revision} />
      <Button name="do" value={what} icon={what === "end" ? "check" : "undo-2"} size="small">
        {t(`minutes.own.${what}`)}
      </Button>
    </PlainForm>
  );
  return (
    <>
      <PageHeader
        back={{ to: back, label: meeting.title }}
        title={t("minutes.own")}
        state={<Chip icon="notebook-text">{t(`minutes.own.life.${draft?.life ?? "none"}`)}</Chip>}
        meta={<DateText iso={meeting.heldOn} style="weekday" />}
        actions={
          draft?.life === "writing" && page.may.write ? (
            <LinkButton to={`${review}/${draft.id}`} icon="pencil" kind="primary">
              {t("minutes.own.edit")}
            </LinkButton>
          ) : undefined
        }
      />
      {done && draft?.life === "approved" && (
        <div className="mb-4">
          <Notice live title={t("minutes.own.approved.done")} />
        </div>
      )}
      {refused && (
        <div className="mb-4">
          <Notice kind="brick" live title={errorText(refused)} />
        </div>
      )}
      {draft === null && <NotWritten page={page} requestId={requestId} />}
      {draft && (
        <Columns
          side={
            <>
              {versions.length > 0 && (
                <Section title={t("minutes.own.versions")}>
                  <Versions versions={versions} base={versionsBase} />
                </Section>
              )}
              {isBeing && (
                <Section title={t("minutes.own.approve")}>
                  <ChairWords chair={page.chair} />
                </Section>
              )}
            </>
          }
        >
          {isBeing && draft.version > 1 && (
            <div className="mb-4">
              <Notice
                kind="ink"
                icon="pencil"
                title={localDigits(t("minutes.own.correcting", { version: draft.version - 1 }), locale)}
              >
                <bdi>{draft.reason}</bdi>
              </Notice>
            </div>
          )}
          {isBeing && draft.locks.length > 0 && (
            <div className="mb-4">
              <Notice kind="saffron" title={t("minutes.own.locked")}>
                <ul className="list-disc ps-5">
                  {draft.locks.map(({ code, count }) => (
                    <li key={code}>{t(`minutes.lock.${code}`, { count })}</li>
                  ))}
                </ul>
              </Notice>
            </div>
          )}
          {draft.life === "comments" && (
            <div className="mb-4">
              <Notice
                icon="message-square-text"
                title={
                  draft.isOpen && draft.commentUntil ? (
                    <>
                      {t("minutes.own.open-until")} <DateText iso={draft.commentUntil} style="weekday" />
                    </>
                  ) : (
                    t("minutes.own.window-ended")
                  )
                }
                action={
                  page.may.write && (
                    <span className="flex flex-wrap gap-2">
                      {draft.isOpen && press("end", draft.revision)}
                      {press("take-back", draft.revision)}
                    </span>
                  )
                }
              >
                {draft.unanswered > 0 && t("minutes.own.unanswered", { count: draft.unanswered })}
              </Notice>
            </div>
          )}
          {draft.life === "comments" && !draft.isOpen && page.may.approve && (
            <Section title={t("minutes.own.approve")}>
              <ApproveForm draft={draft} quorum={page.quorum} requestId={requestId} answer={of("approve")} />
            </Section>
          )}
          <Section
            title={t("minutes.own.text")}
            note={localDigits(t("minutes.own.version", { version: draft.version }), locale)}
          >
            <MinutesText text={draft.text} />
          </Section>
          {draft.life === "writing" && page.may.write && (
            <Section title={t("minutes.own.open")}>
              <WindowForm
                revision={draft.revision}
                offered={draft.offered}
                requestId={requestId}
                answer={of("open")}
              />
            </Section>
          )}
          {(draft.life === "comments" || draft.comments.length > 0) && (
            <Section title={t("minutes.own.comments")}>
              <Comments
                comments={draft.comments}
                mayAnswer={page.may.write && draft.life !== "approved"}
                requestId={requestId}
                answer={of("answer")}
              />
              {draft.isOpen && page.may.comment && (
                <CommentForm
                  key={draft.comments.length}
                  draftId={draft.id}
                  numbers={draft.text.resolutions.map(({ number }) => number)}
                  requestId={requestId}
                  answer={of("comment")}
                />
              )}
            </Section>
          )}
          {draft.life === "approved" && page.may.correct && (
            <Section title={t("minutes.own.correct")}>
              <CorrectForm version={draft.version} requestId={requestId} answer={of("correct")} />
            </Section>
          )}
        </Columns>
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>["page"];

/** Before a word is written: make the text of what the meeting left behind, or take one that was brought. */
function NotWritten({ page, requestId }: { page: Page; requestId: string }) {
  const t = useT<MeetingsKey>();
  return (
    <>
      <p className="mb-4 text-body">{t("minutes.own.not-written")}</p>
      {page.may.write && (
        <>
          <p className="mb-4 max-w-160 text-second text-ink-2">{t("minutes.own.write.text")}</p>
          <PlainForm method="post">
            <input type="hidden" name="requestId" value={requestId} />
            <Button name="do" value="write" kind="primary" icon="notebook-text">
              {t("minutes.own.write")}
            </Button>
          </PlainForm>
        </>
      )}
      {page.documents.length > 0 && (
        <Section title={t("minutes.own.take.title")}>
          <ul className="flex flex-col divide-y divide-line">
            {page.documents.map(({ id, title }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <bdi className="text-body">{title}</bdi>
                <PlainForm method="post">
                  <input type="hidden" name="requestId" value={requestId} />
                  <input type="hidden" name="draftId" value={id} />
                  <Button name="do" value="take" size="small">
                    {t("minutes.own.take")}
                  </Button>
                </PlainForm>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle<MeetingsKey>(matches, "minutes.own", undefined, loaded?.page.meeting.title);

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerInvitation } from "~/areas/meetings/invitations/commands/answer-invitation.server";
import { sayPresent } from "~/areas/meetings/invitations/commands/say-present.server";
import { AnswerForm } from "~/areas/meetings/invitations/components/answer-form";
import { CodeForm } from "~/areas/meetings/invitations/components/code-form";
import { InviteeNote, ReplyChip, useInviteeName } from "~/areas/meetings/invitations/components/invitee";
import { ANSWERING_STATES } from "~/areas/meetings/invitations/inviting-states";
import { listAgendaTitles } from "~/areas/meetings/invitations/queries.server";
import { Answer, SayPresent } from "~/areas/meetings/invitations/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { InviteeDebts } from "~/areas/obligations/components/invitee-debts";
import { listOfOffice } from "~/areas/obligations/queries.server";
import { quickActs } from "~/areas/obligations/steps/allowed-acts";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { formOf, idFrom, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AppKey } from "~/messages";
import { INVITEE_HEADERS, openInvitation, requireInvitation } from "~/invitee-door.server";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** Most that is owed and shown on the page; more stands behind. */
const SHOWN = 12;

/** An invitee's own page: his meeting, his answer, and what his office owes. Nothing else is there. */
export async function loader(args: LoaderFunctionArgs) {
  const door = await openInvitation(args);
  if (!door) return data({ door: null }, { status: 404 });
  const { token, meeting, invitation, hand, office, readOnly, isDeputy } = door;
  const agenda = await reading(hand, (db) => listAgendaTitles(db, meeting.divisionId, meeting.id));
  const { officeDivisionId, officeId } = invitation;
  const owes =
    office && officeDivisionId !== null && officeId !== null
      ? await reading(office, (db) =>
          listOfOffice(db, { divisionId: officeDivisionId, officeId }, { part: "open" }, SHOWN),
        )
      : null;
  const asked = new URL(args.request.url).searchParams;
  return data(
    {
      door: {
        token,
        meeting,
        // What the invitee said beside it, and his number, are not the deputy's.
        invitation: isDeputy ? { ...invitation, mobile: null, replyNote: null } : invitation,
        agenda,
        readOnly,
        isDeputy,
        mayAnswer: !readOnly && !isDeputy && ANSWERING_STATES.includes(meeting.state),
        isSaved: asked.has("saved"),
        isStepSaved: asked.has("answered"),
        requestId: uuidv7(),
        debts: owes && {
          rows: owes.rows.map((row) => ({
            ...row,
            acts: office && !readOnly ? quickActs(office, row) : [],
          })),
          isMore: owes.next !== null,
        },
      },
    },
    { status: 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { token, invitation, hand, office, isDeputy } = await requireInvitation(args);
  const here = `/i/${token}`;
  const owed = new URL(args.request.url).searchParams.get("obligation");
  if (owed !== null) {
    const { officeDivisionId: divisionId } = invitation;
    if (!office || divisionId === null) throw refusalResponse(new Refusal("missing", "refusal.missing"));
    return submitStep(args.request, office, { divisionId, id: idFrom(owed) }, `${here}?answered#debts`);
  }
  const form = await formOf(args.request);
  if (form.get("do") === "code")
    return submit(
      args.request,
      SayPresent,
      async (input) => {
        await sayPresent(hand, invitation.id, input);
        return redirect(here);
      },
      form,
    );
  if (isDeputy) throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return submit(
    args.request,
    Answer,
    async (input) => {
      await answerInvitation(hand, invitation.id, input);
      return redirect(`${here}?saved`);
    },
    form,
  );
}

export default function InviteePage() {
  const { door } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey | AppKey>();
  const { locale } = useLocale();
  const nameOf = useInviteeName();
  if (!door) {
    return (
      <>
        <PageHeader title={t("meetings.i.gone")} />
        <Notice kind="saffron" title={t("meetings.i.gone.text")} />
      </>
    );
  }
  const { token, meeting, invitation, agenda, readOnly, mayAnswer, debts, requestId } = door;
  const name = locale === "fa" ? meeting.divisionFa : meeting.divisionEn;
  const office =
    meeting.divisionLevel === "nation" ? name : t(`app.place.${meeting.divisionLevel}`, { name });
  const { startsAt, endsAt } = meeting;
  const time =
    startsAt && endsAt
      ? t("meetings.time", { from: localDigits(startsAt, locale), to: localDigits(endsAt, locale) })
      : startsAt && localDigits(startsAt, locale);
  const sent = answer?.result.initialValue?.do;
  const isThere = invitation.attended !== null && invitation.attended !== "absent";
  return (
    <>
      <PageHeader
        title={meeting.title}
        state={<ReplyChip reply={invitation.reply} />}
        meta={
          <>
            <span>{office}</span>
            <DateText iso={meeting.heldOn} style="weekday" />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {door.isDeputy && (
          <Notice icon="users">{t("meetings.i.deputy", { name: invitation.deputyName ?? "" })}</Notice>
        )}
        {readOnly && <Notice kind="saffron">{t("meetings.i.staff")}</Notice>}
        {meeting.state === "cancelled" && <Notice kind="ink" icon="ban" title={t("meetings.i.cancelled")} />}
        {meeting.state === "held" && <Notice title={t("meetings.i.held")} />}
        {door.isSaved && !answer && <Notice live title={t("meetings.i.answered")} />}
        <Facts
          facts={[
            {
              label: t("meetings.i.for", { number: invitation.number }),
              value: (
                <>
                  <bdi>{nameOf(invitation)}</bdi>
                  <span className="block text-meta text-ink-3">
                    <InviteeNote row={invitation} />
                  </span>
                </>
              ),
            },
            {
              label: t("meetings.i.day"),
              value: <DateText iso={meeting.heldOn} style="weekday" relative />,
            },
            { label: t("meetings.i.hours"), value: time ?? null },
            { label: t("meetings.field.place"), value: meeting.place },
          ]}
        />
      </div>
      {isThere ? (
        <div className="mt-4">
          <Notice title={t("meetings.i.present")} />
        </div>
      ) : (
        meeting.state === "in-session" &&
        !readOnly && (
          <Section title={t("meetings.i.in-session")}>
            <CodeForm requestId={requestId} answer={sent === "code" ? answer : undefined} />
          </Section>
        )
      )}
      {mayAnswer && !isThere && (
        <Section title={t("meetings.i.answer")}>
          <AnswerForm
            invitation={invitation}
            requestId={requestId}
            answer={sent === "answer" ? answer : undefined}
          />
        </Section>
      )}
      {debts && (
        <div id="debts" className="mt-6">
          <Section title={t("meetings.i.debts")}>
            {door.isStepSaved && (
              <div className="mb-3">
                <Notice live title={t("meetings.i.debts.saved")} />
              </div>
            )}
            {debts.rows.length === 0 ? (
              <p className="text-second text-ink-2">{t("meetings.i.debts.none")}</p>
            ) : (
              <>
                {!readOnly && <p className="mb-3 text-second text-ink-2">{t("meetings.i.debts.lead")}</p>}
                <InviteeDebts rows={debts.rows} base={`/i/${token}`} requestId={requestId} />
                {debts.isMore && <p className="mt-3 text-meta text-ink-3">{t("meetings.i.debts.more")}</p>}
              </>
            )}
          </Section>
        </div>
      )}
      {agenda.length > 0 && (
        <Section title={t("meetings.letter.agenda")}>
          <ol className="list-decimal ps-6 rtl:list-[persian] text-body leading-[1.9]">
            {agenda.map((title) => (
              <li key={title}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

export const headers = () => INVITEE_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<MeetingsKey>(matches, "meetings.i.title");

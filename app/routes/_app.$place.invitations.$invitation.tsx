import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { renewLink } from "~/areas/meetings/invitations/commands/renew-link.server";
import { withdrawInvitation } from "~/areas/meetings/invitations/commands/withdraw-invitation.server";
import { InviteeNote, ReplyChip, useInviteeName } from "~/areas/meetings/invitations/components/invitee";
import { PersonalLink } from "~/areas/meetings/invitations/components/personal-link";
import { INVITING_STATES } from "~/areas/meetings/invitations/inviting-states";
import { canMakeLinks, linkToken } from "~/areas/meetings/invitations/link.server";
import { getCalledMeeting, getInvitation } from "~/areas/meetings/invitations/queries.server";
import { RenewLink, WithdrawInvitation } from "~/areas/meetings/invitations/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { formatMobile, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { qrPath } from "~/qr-path.server";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { Columns } from "~/ui/columns";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { PressForm } from "~/ui/form/press-form";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** One invitation: what was answered, and the personal link. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "invitation");
  const { id: place } = actor.place;
  const { meeting, row } = await reading(actor, async (db) => {
    const found = await getInvitation(db, place, id);
    return { row: found, meeting: await getCalledMeeting(db, place, found.meetingId) };
  });
  const mayInvite = INVITING_STATES.includes(meeting.state) && may(actor, "invite", "Invitation");
  const address =
    mayInvite && canMakeLinks() ? linkFor(args.request, `/i/${linkToken(place, id, row.linkTurn)}`) : null;
  return {
    row,
    meeting,
    mayInvite,
    link: address && { address, qr: qrPath(address) },
    list: `/${place}/meetings/${meeting.id}/invited`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const invitationId = idIn(args.params, "invitation");
  const here = `/${actor.place.id}/invitations/${invitationId}`;
  const form = await formOf(args.request);
  switch (form.get("do")) {
    case "renew":
      return submit(
        args.request,
        RenewLink,
        async (input) => {
          await renewLink(actor, invitationId, input);
          return redirect(here);
        },
        form,
      );
    case "withdraw":
      return submit(
        args.request,
        WithdrawInvitation,
        async (input) => {
          const { meetingId } = await withdrawInvitation(actor, invitationId, input);
          return redirect(`/${actor.place.id}/meetings/${meetingId}/invited?withdrawn`);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function InvitationPage() {
  const { row, meeting, mayInvite, link, list, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const answered = (act: string) => (answer?.result.initialValue?.do === act ? answer : undefined);
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const nameOf = useInviteeName();
  const deputy =
    row.deputyName && [row.deputyName, row.deputyRole].filter(Boolean).join(t("meetings.invited.and"));
  return (
    <>
      <PageHeader
        back={{ to: list, label: meeting.title }}
        title={nameOf(row)}
        state={<ReplyChip reply={row.reply} />}
        meta={
          <>
            <span>{t("meetings.invited.one", { number: row.number })}</span>
            <span>
              <InviteeNote row={row} />
            </span>
          </>
        }
      />
      <Columns
        side={
          mayInvite && (
            <Section title={t("meetings.invited.withdraw")}>
              <p className="mb-3 text-second text-ink-2">{t("meetings.invited.withdraw.help")}</p>
              <PressForm
                id="withdraw"
                answer={answered("withdraw")}
                requestId={requestId}
                revision={row.revision}
              >
                <Button name="do" value="withdraw" kind="danger-outline" icon="user-x">
                  {t("meetings.invited.withdraw")}
                </Button>
              </PressForm>
            </Section>
          )
        }
      >
        <Section title={t("meetings.facts")}>
          <Facts
            facts={[
              { label: t("meetings.invited.role"), value: row.roleTitle },
              { label: t("meetings.invited.organisation"), value: row.organisation },
              { label: t("meetings.invited.class"), value: t(`meetings.class.${row.participants}`) },
              {
                label: t("meetings.invited.mobile"),
                value: row.mobile && <Code>{formatMobile(row.mobile, locale)}</Code>,
              },
              { label: t("meetings.invited.deputy"), value: deputy },
              {
                label: t("meetings.invited.note"),
                value: row.replyNote && <span className="whitespace-pre-wrap">{row.replyNote}</span>,
              },
              {
                label: t("meetings.invited.replied-at"),
                value: row.repliedAt && <InstantText instant={row.repliedAt} />,
              },
              {
                label: t("meetings.invited.sent"),
                value: row.sentAt ? <InstantText instant={row.sentAt} /> : t("meetings.invited.not-sent"),
              },
            ]}
          />
        </Section>
        {link && (
          <Section title={t("meetings.invited.link")}>
            <PersonalLink
              link={link}
              turn={row.linkTurn}
              number={row.number}
              requestId={requestId}
              answer={answered("renew")}
              isDraft={meeting.state === "draft"}
            />
          </Section>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageTitle<MeetingsKey>(matches, "meetings.invited", undefined, found?.meeting.title);

import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { announceMeeting } from "~/areas/meetings/calling/commands/announce-meeting.server";
import { hoursText } from "~/areas/meetings/calling/components/calling-section";
import { classesNotInvited, getCalling } from "~/areas/meetings/calling/planned.server";
import { AnnounceMeeting } from "~/areas/meetings/calling/schema";
import { findMeetingType } from "~/areas/meetings/calling/types.server";
import { PARTICIPANTS } from "~/areas/meetings/choices";
import { countInvitations } from "~/areas/meetings/invitations/queries.server";
import { meetingAllows } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { Checkbox } from "~/ui/form/checkbox";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const meetingId = idIn(args.params, "meetingId");
  const own = { lo: actor.place.id, hi: actor.place.id };
  const { meeting, missing, counts } = await reading(actor, async (db) => {
    const found = await getCalling(db, own, meetingId);
    const type = await findMeetingType(db, actor.place, found.typeCode);
    return {
      meeting: found,
      counts: await countInvitations(db, actor.place.id, meetingId),
      missing: await classesNotInvited(db, actor.place.id, meetingId, type?.participants ?? []),
    };
  });
  const here = `/${actor.place.id}/meetings/${meetingId}`;
  if (!meetingAllows(meeting.state, "announce")) throw redirect(here);
  return {
    meeting,
    invited: counts.all,
    missing: PARTICIPANTS.filter((one) => missing.includes(one)),
    here,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  return submit(args.request, AnnounceMeeting, async (input) => {
    await announceMeeting(actor, meetingId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}?announced`);
  });
}

export default function AnnounceMeetingPage() {
  const { meeting, invited, missing, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ invitationNumber: string; withoutClasses: string; roomId: string }>({
    lastResult: answer?.result,
  });
  const labels = {
    invitationNumber: t("calling.field.number"),
    roomId: t("calling.field.room"),
    withoutClasses: t("calling.announce.without", {
      classes: listed(
        missing.map((one) => t(`meetings.class.${one}`)),
        locale,
      ),
    }),
  };
  return (
    <>
      <PageHeader
        back={{ to: here, label: meeting.title }}
        title={t("calling.announce")}
        meta={
          <>
            <DateText iso={meeting.heldOn} style="weekday" />
            <span>{hoursText(meeting, locale, t)}</span>
            {meeting.place && <bdi>{meeting.place}</bdi>}
            <span>{t("calling.announce.invited", { count: invited })}</span>
          </>
        }
      />
      <div className="max-w-160">
        <p className="mb-4 text-second text-ink-2">{t("calling.announce.text")}</p>
        <Form
          form={form}
          labels={labels}
          requestId={requestId}
          revision={meeting.revision}
          refusal={answer?.refusal}
        >
          <TextField field={fields.invitationNumber} optional letterNumber width="medium" />
          {missing.length > 0 && <Checkbox field={fields.withoutClasses} />}
          <FormActions>
            <SubmitButton>{t("calling.announce")}</SubmitButton>
            <LinkButton kind="quiet" to={here}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.announce");

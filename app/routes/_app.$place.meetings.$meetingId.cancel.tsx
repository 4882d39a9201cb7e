import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { cancelMeeting } from "~/areas/meetings/held/commands/cancel-meeting.server";
import { meetingAllows } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { getMeeting } from "~/areas/meetings/queries.server/meetings";
import { CancelMeeting } from "~/areas/meetings/schema/meeting";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const meetingId = idIn(args.params, "meetingId");
  const own = { lo: actor.place.id, hi: actor.place.id };
  const { title, state, revision, heldOn } = await reading(actor, (db) => getMeeting(db, own, meetingId));
  const here = `/${actor.place.id}/meetings/${meetingId}`;
  if (!meetingAllows(state, "cancel")) throw redirect(here);
  return { title, state, heldOn, revision, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  return submit(args.request, CancelMeeting, async (input) => {
    await cancelMeeting(actor, meetingId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}`);
  });
}

export default function CancelMeetingPage() {
  const { title, state, heldOn, revision, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey | UiKey>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ reason: string }>({ lastResult: answer?.result });
  const help =
    state === "held"
      ? "meetings.cancel.help"
      : state === "draft"
        ? "calling.cancel.help.draft"
        : "calling.cancel.help.announced";
  return (
    <>
      <PageHeader
        back={{ to: here, label: title }}
        title={t("meetings.cancel")}
        meta={<DateText iso={heldOn} style="weekday" />}
      />
      <div className="max-w-160">
        <Form
          form={form}
          labels={{ reason: t("meetings.cancel.reason") }}
          requestId={requestId}
          revision={revision}
          refusal={answer?.refusal}
        >
          <TextArea field={fields.reason} help={t(help)} />
          <FormActions>
            <SubmitButton kind="danger">{t("meetings.cancel.do")}</SubmitButton>
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
  pageTitle<MeetingsKey>(matches, "meetings.cancel");

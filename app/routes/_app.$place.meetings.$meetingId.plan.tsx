import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { editPlan } from "~/areas/meetings/calling/commands/edit-plan.server";
import { PlanForm } from "~/areas/meetings/calling/components/plan-form";
import { readPlanChoices } from "~/areas/meetings/calling/plan-choices.server";
import { getCalling } from "~/areas/meetings/calling/planned.server";
import { EditPlan } from "~/areas/meetings/calling/schema";
import { meetingAllows } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const meetingId = idIn(args.params, "meetingId");
  const own = { lo: actor.place.id, hi: actor.place.id };
  const { meeting, choices } = await reading(actor, async (db) => ({
    meeting: await getCalling(db, own, meetingId),
    choices: await readPlanChoices(db, actor.place, args.context.scope.today),
  }));
  const here = `/${actor.place.id}/meetings/${meetingId}`;
  if (!meetingAllows(meeting.state, "plan")) throw redirect(here);
  return { meeting, choices, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  return submit(args.request, EditPlan, async (input) => {
    await editPlan(actor, meetingId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}`);
  });
}

export default function EditPlanPage() {
  const { meeting, choices, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: meeting.title }} title={t("calling.plan.of")} />
      <PlanForm
        meeting={meeting}
        choices={choices}
        start={{ typeCode: meeting.typeCode ?? "", heldOn: meeting.heldOn }}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.plan.of");

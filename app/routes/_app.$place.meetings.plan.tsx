import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { planMeeting } from "~/areas/meetings/calling/commands/plan-meeting.server";
import { PlanForm } from "~/areas/meetings/calling/components/plan-form";
import { readPlanChoices } from "~/areas/meetings/calling/plan-choices.server";
import { PlanMeeting } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { isIsoDate } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Plans a meeting; `type`, `day` and `council` in the address begin the form. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const { today } = args.context.scope;
  const url = new URL(args.request.url).searchParams;
  const choices = await reading(actor, (db) => readPlanChoices(db, actor.place, today));
  const asked = url.get("type");
  const council = choices.councils.find(({ id }) => id === url.get("council"));
  const day = url.get("day") ?? "";
  return {
    choices,
    start: {
      typeCode:
        choices.types.find(({ code }) => code === (asked ?? (council?.kind === "committee" && "committee")))
          ?.code ?? "",
      ...(council && { council }),
      heldOn: isIsoDate(day) && day >= today ? day : today,
    },
    base: `/${actor.place.id}/meetings`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, PlanMeeting, async (input) => {
    const { id } = await planMeeting(actor, input);
    return redirect(`/${actor.place.id}/meetings/${id}`);
  });
}

export default function PlanMeetingPage() {
  const { choices, start, base, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("meetings.title") }} title={t("calling.plan")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("calling.plan.note")}</p>
      <PlanForm
        choices={choices}
        start={start}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={base}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.plan");

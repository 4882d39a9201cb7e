import { useForm } from "@conform-to/react";
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
import { editOutcome, removeOutcome } from "~/areas/meetings/session/commands/edit-outcome.server";
import type { OutcomeKind } from "~/areas/meetings/session/choices";
import {
  OutcomeInputs,
  useOutcomeLabels,
  type OutcomeFields,
} from "~/areas/meetings/session/components/outcome-fields";
import { getOutcome } from "~/areas/meetings/session/queries.server";
import { EditOutcome, RemoveOutcome } from "~/areas/meetings/session/schema";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import type { TheirText } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** An outcome is mended, or taken out, while its meeting sits. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const id = idIn(args.params, "outcome");
  const { id: place } = actor.place;
  const outcome = await reading(actor, (db) => getOutcome(db, place, id));
  return { outcome, back: `/${place}/meetings/${outcome.meetingId}/session`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "outcome");
  const form = await formOf(args.request);
  const back = async (work: Promise<{ meetingId: string }>) =>
    redirect(`/${actor.place.id}/meetings/${(await work).meetingId}/session`);
  switch (form.get("do")) {
    case "remove":
      return submit(args.request, RemoveOutcome, (input) => back(removeOutcome(actor, id, input)), form);
    case "edit":
      return submit(args.request, EditOutcome, (input) => back(editOutcome(actor, id, input)), form);
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function OutcomePage() {
  const { outcome, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey | UiKey>();
  const labels = useOutcomeLabels();
  const { kind, text, parties, deadline, items, speaker, place } = outcome;
  const [form, fields] = useForm<OutcomeFields>({
    lastResult: answer?.result,
    defaultValue: {
      kind,
      text,
      parties: parties ?? "",
      limitWritten: deadline ?? "",
      items: items.join("\n"),
      speaker: speaker ?? "",
      place: place ?? "",
    },
  });
  const theirs = Object.entries(answer?.refusal?.theirs ?? {}).map(([name, value]): TheirText => ({
    name,
    label: labels[name as keyof OutcomeFields],
    value,
    ...(name === "kind" ? { shown: t(`meetings.outcome.kind.${value as OutcomeKind}`) } : {}),
  }));
  return (
    <>
      <PageHeader back={{ to: back, label: t("meetings.session") }} title={t("meetings.outcome.page")} />
      <div className="max-w-180">
        <Form
          form={form}
          labels={labels}
          requestId={requestId}
          revision={outcome.revision}
          refusal={answer?.refusal}
          theirs={theirs}
        >
          <input type="hidden" name="do" value="edit" />
          <OutcomeInputs fields={fields} isOpen />
          <FormActions>
            <SubmitButton>{t("meetings.outcome.save")}</SubmitButton>
            <LinkButton kind="quiet" to={back}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
        <PlainForm method="post" className="mt-6">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="revision" value={outcome.revision} />
          <Button name="do" value="remove" kind="danger-outline" icon="trash-2">
            {t("meetings.outcome.remove")}
          </Button>
        </PlainForm>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.outcome.page");

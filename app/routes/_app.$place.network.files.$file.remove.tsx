import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { removePersonFile } from "~/areas/network/commands/files/remove-person-file.server";
import type { NetworkKey } from "~/areas/network/messages";
import { getPersonFile } from "~/areas/network/queries.server/person-files";
import { RemovePersonFile } from "~/areas/network/schema/files";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** Why a file of a person is taken away. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "file");
  const file = await reading(actor, (db) => getPersonFile(db, actor.place.id, id));
  const here = `/${actor.place.id}/network/people/${file.personId}`;
  if (file.isRemoved) throw redirect(here);
  return { title: file.title, fullName: file.fullName, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "file");
  return submit(args.request, RemovePersonFile, async (input) => {
    const { personId } = await removePersonFile(actor, id, input);
    return redirect(`/${actor.place.id}/network/people/${personId}`);
  });
}

export default function RemoveFilePage() {
  const { title, fullName, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ reason: string }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t("network.file.remove.of", { title })} />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">{t("network.file.remove.lead")}</p>
        <Form
          form={form}
          labels={{ reason: t("network.file.remove.reason") }}
          requestId={requestId}
          refusal={answer?.refusal}
          warn={false}
        >
          <TextArea field={fields.reason} rows={2} />
          <FormActions>
            <SubmitButton kind="danger">{t("network.file.remove")}</SubmitButton>
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
  pageTitle<NetworkKey>(matches, "network.file.remove");

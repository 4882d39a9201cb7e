import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { addPersonFile } from "~/areas/network/commands/files/add-person-file.server";
import type { NetworkKey } from "~/areas/network/messages";
import { getPerson } from "~/areas/network/queries.server/people";
import { AddPersonFile } from "~/areas/network/schema/files";
import { LARGEST_FILE } from "~/kernel/files.server";
import {
  chosenFile,
  formWithFiles,
  idIn,
  reading,
  refusalResponse,
  submit,
  type FormResult,
} from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** A file is added to a person. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const { fullName, isErased, state } = await reading(actor, (db) => getPerson(db, actor.place.id, personId));
  if (isErased || state === "cancelled") throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return {
    fullName,
    mb: LARGEST_FILE / 1024 / 1024,
    here: `/${actor.place.id}/network/people/${personId}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const form = await formWithFiles(args.request, LARGEST_FILE);
  if (!(form instanceof FormData)) return form;
  const file = chosenFile(form.get("file"));
  if (!file) {
    const result: FormResult["result"] = {
      status: "error",
      initialValue: { title: String(form.get("title") ?? "") },
      error: { file: ["form.required"] },
    };
    return data({ result } as FormResult, { status: 422 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return submit(
    args.request,
    AddPersonFile,
    async (input) => {
      await addPersonFile(actor, personId, input, { bytes, name: file.name });
      return redirect(`/${actor.place.id}/network/people/${personId}`);
    },
    form,
  );
}

export default function NewFilePage() {
  const { fullName, mb, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ title: string; file: File }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t("network.file.new")} />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">{t("network.file.new.lead", { mb })}</p>
        <Form
          form={form}
          labels={{ title: t("network.file.title"), file: t("network.file.file") }}
          requestId={requestId}
          refusal={answer?.refusal}
          files
        >
          <TextField field={fields.title} help={t("network.file.title.help")} />
          <FileField field={fields.file} accept="image/png,image/jpeg,.pdf" />
          <FormActions>
            <SubmitButton>{t("network.file.add")}</SubmitButton>
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
  pageTitle<NetworkKey>(matches, "network.file.new");

import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { importMinutes } from "~/areas/meetings/minutes/commands/import-minutes.server";
import { LARGEST_MINUTES_FILE } from "~/areas/meetings/choices";
import { readMinutesFile } from "~/areas/meetings/minutes/file.server";
import type { MinutesKey } from "~/areas/meetings/minutes/minutes-messages";
import { ImportMinutes } from "~/areas/meetings/minutes/schema";
import { ReviewSteps } from "~/areas/meetings/minutes/components/review-steps";
import { may } from "~/kernel/authorize";
import { chosenFile, formWithFiles, refusalResponse, submit, type FormResult } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (!may(actor, "import", "Minutes")) throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return { place: actor.place.id, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formWithFiles(args.request, LARGEST_MINUTES_FILE);
  if (!(form instanceof FormData)) return form;
  const file = chosenFile(form.get("file"));
  form.delete("file");
  if (file) {
    const read = await readMinutesFile(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) {
      const typed = form.get("text");
      const result = {
        status: "error" as const,
        initialValue: { text: typeof typed === "string" ? typed : "" },
        error: { file: [`minutes.file.${read.reason}`] },
      };
      return data({ result } as FormResult, { status: 422 });
    }
    form.set("text", read.text);
  }
  return submit(
    args.request,
    ImportMinutes,
    async (input) => {
      const { state, id } = await importMinutes(actor, input);
      const base = `/${actor.place.id}/minutes`;
      if (state === "issued") return redirect(`${base}/${id}?again=1`);
      return redirect(`${base}/review/${id}${state === "draft" ? "?again=1" : ""}`);
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "minutes.import.title");

export default function NewMinutes() {
  const { place, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MinutesKey>();
  const [form, fields] = useForm<{ text: string; file: string }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader
        title={t("minutes.import.title")}
        back={{ to: `/${place}/minutes`, label: t("minutes.title") }}
        aside={<ReviewSteps now="paste" />}
      />
      <Form
        form={form}
        requestId={requestId}
        files
        labels={{ text: t("minutes.import.text"), file: t("minutes.import.file") }}
      >
        <TextArea field={fields.text} optional rows={16} help={t("minutes.import.text.help")} />
        <FileField
          field={fields.file}
          optional
          accept=".docx,.xlsx,.txt,text/plain"
          help={t("minutes.import.file.help")}
        />
        <FormActions>
          <SubmitButton icon="scan-text">{t("minutes.import.read")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

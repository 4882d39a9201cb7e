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
import { importMinutes } from "~/areas/meetings/commands/import-minutes.server";
import { decodeMinutes } from "~/areas/meetings/minutes-import/decode";
import type { MinutesKey } from "~/areas/meetings/minutes-messages";
import { ImportMinutes } from "~/areas/meetings/minutes-schema";
import { ReviewSteps } from "~/areas/meetings/components/minutes/review-steps";
import { may } from "~/kernel/authorize";
import { formWithFiles, refusalResponse, submit, type FormResult } from "~/kernel/http.server";
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

/** A million characters of Persian in the longest encoding that is read. */
const LARGEST_FILE = 4 * 1024 * 1024;

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (!may(actor, "import", "Minutes")) throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return { place: actor.place.id, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formWithFiles(args.request, LARGEST_FILE);
  const file = form.get("file");
  form.delete("file");
  if (file instanceof File && file.size > 0) {
    const decoded = decodeMinutes(new Uint8Array(await file.arrayBuffer()));
    if (!decoded.ok && decoded.reason === "not-text") {
      const typed = form.get("text");
      const result = {
        status: "error" as const,
        initialValue: { text: typeof typed === "string" ? typed : "" },
        error: { file: ["minutes.import.not-text"] },
      };
      return data({ result } as FormResult, { status: 422 });
    }
    form.set("text", decoded.ok ? decoded.text : "");
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
          accept=".txt,text/plain"
          help={t("minutes.import.file.help")}
        />
        <FormActions>
          <SubmitButton icon="scan-text">{t("minutes.import.read")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

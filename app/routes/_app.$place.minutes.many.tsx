import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { LARGEST_MINUTES_FILE, MOST_MINUTES_BYTES, MOST_MINUTES_FILES } from "~/areas/meetings/choices";
import { bringMinutesFiles } from "~/areas/meetings/minutes/commands/bring-minutes-files.server";
import type { MinutesKey } from "~/areas/meetings/minutes/minutes-messages";
import { BringFiles } from "~/areas/meetings/minutes/schema";
import { may } from "~/kernel/authorize";
import { chosenFile, formWithFiles, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

const MB = 1024 * 1024;

export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (!may(actor, "import", "Minutes")) throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return {
    place: actor.place.id,
    requestId: uuidv7(),
    most: { files: MOST_MINUTES_FILES, each: LARGEST_MINUTES_FILE / MB, mb: MOST_MINUTES_BYTES / MB },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  // Twice the limit of a part is what all of them may hold together.
  const form = await formWithFiles(
    args.request,
    MOST_MINUTES_BYTES / 2,
    `minutes.many.too-large?mb=${MOST_MINUTES_BYTES / MB}`,
  );
  if (!(form instanceof FormData)) return form;
  const chosen = form.getAll("files").flatMap((file) => chosenFile(file) ?? []);
  const files = await Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  // The act is one with the content: other files from the same page are another act.
  form.delete("files");
  for (const { name, bytes } of files) {
    form.append("files", `${name} ${await sha256Hex(Buffer.from(bytes).toString("latin1"))}`);
  }
  return submit(
    args.request,
    BringFiles,
    async () => {
      const { count } = await bringMinutesFiles(actor, files);
      return redirect(`/${actor.place.id}/minutes/queue?brought=${count}`);
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "minutes.many.title");

export default function ManyMinutes() {
  const { place, requestId, most } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MinutesKey>();
  const [form, fields] = useForm<{ files: string }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader
        title={t("minutes.many.title")}
        back={{ to: `/${place}/minutes/queue`, label: t("minutes.queue.title") }}
        meta={t("minutes.many.lead")}
      />
      <Form form={form} requestId={requestId} files labels={{ files: t("minutes.many.files") }}>
        <FileField
          field={fields.files}
          multiple
          accept=".docx,.xlsx,.txt,text/plain"
          help={t("minutes.many.help", most)}
        />
        <FormActions>
          <SubmitButton icon="file-up">{t("minutes.many.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

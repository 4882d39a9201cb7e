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
import { beginImport } from "~/areas/network/commands/begin-import.server";
import { ImportSteps } from "~/areas/network/components/import/import-steps";
import { RecentImports } from "~/areas/network/components/import/recent-imports";
import { UploadList } from "~/areas/network/schema/import";
import type { NetworkKey } from "~/areas/network/messages";
import { listImports } from "~/areas/network/queries.server/imports";
import { chosenFile, formWithFiles, reading, submit, type FormResult } from "~/kernel/http.server";
import { LARGEST_SHEET, MOST_ROWS } from "~/kernel/sheets/sheet";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

const MB = 1024 * 1024;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const recent = await reading(actor, (db) => listImports(db, actor.place.id));
  return {
    recent,
    base: `/${actor.place.id}/network`,
    requestId: uuidv7(),
    most: { mb: LARGEST_SHEET / MB, rows: MOST_ROWS },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const form = await formWithFiles(args.request, LARGEST_SHEET, `sheet.too-large?mb=${LARGEST_SHEET / MB}`);
  if (!(form instanceof FormData)) return form;
  const file = chosenFile(form.get("file"));
  if (!file) {
    const result: FormResult["result"] = { status: "error", error: { file: ["form.required"] } };
    return data({ result } as FormResult, { status: 422 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The act is one with the content: another file from the same page is another act.
  form.set("file", await sha256Hex(Buffer.from(bytes).toString("latin1")));
  return submit(
    args.request,
    UploadList,
    async () => {
      const { id } = await beginImport(actor, { name: file.name, bytes });
      return redirect(`/${actor.place.id}/network/import/${id}`);
    },
    form,
  );
}

export default function ImportPage() {
  const { recent, base, requestId, most } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ file: string }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader
        title={t("network.import.title")}
        back={{ to: base, label: t("network.title") }}
        aside={<ImportSteps now="file" />}
      />
      <div className="max-w-160">
        <p className="mb-4 text-second text-ink-2">{t("network.import.lead")}</p>
        <Form form={form} requestId={requestId} files labels={{ file: t("network.import.file") }}>
          <FileField
            field={fields.file}
            accept=".xlsx,.csv,.txt,.vcf,text/csv,text/vcard"
            help={t("network.import.file.help", most)}
          />
          <FormActions>
            <SubmitButton>{t("network.import.read")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
      <Section title={t("network.import.recent")}>
        <RecentImports rows={recent} base={base} />
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.import.title");

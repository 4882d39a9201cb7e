import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { renameDivision } from "~/areas/divisions/commands/rename-division.server";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { getDivision } from "~/areas/divisions/queries.server";
import { RenameDivision } from "~/areas/divisions/schema";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const { level } = scopeOf(id);
  const { today, locale } = args.context.scope;
  const { nameFa, nameEn, validTo } = await reading(actor, (db) => getDivision(db, id));
  if (validTo) throw redirect(`/admin/${id}`);
  if (level === "nation") throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return { id, level, nameFa, nameEn, validFrom: typedJalali(today, locale), requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  return submit(args.request, RenameDivision, async (input) => {
    const { id } = await renameDivision(actor, divisionOf(args, "place"), input);
    return redirect(`/admin/${id}`);
  });
}

export default function RenamePage() {
  const { id, level, nameFa, nameEn, validFrom, requestId } = useLoaderData<typeof loader>();
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ nameFa: string; nameEn: string; validFrom: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { nameFa, nameEn, validFrom },
  });
  const labels = {
    nameFa: t("divisions.field.name-fa"),
    nameEn: t("divisions.field.name-en"),
    validFrom: t("divisions.field.valid-from"),
  };
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader
        back={{ to: `/admin/${id}`, label: t(`divisions.${level}`, { name }) }}
        title={t("divisions.rename")}
      />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">{t("divisions.rename.lead")}</p>
        <Form form={form} labels={labels} requestId={requestId}>
          <TextField field={fields.nameFa} width="medium" />
          <TextField field={fields.nameEn} width="medium" code />
          <DateField field={fields.validFrom} />
          <FormActions>
            <SubmitButton>{t("divisions.rename")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.rename");

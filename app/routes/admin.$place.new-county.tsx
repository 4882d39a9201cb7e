import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { createCounty } from "~/areas/divisions/commands/create-county.server";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { provinceCodeOf } from "~/areas/divisions/numbering";
import { getDivision } from "~/areas/divisions/queries.server";
import { CreateCounty } from "~/areas/divisions/schema";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";

function provinceOf(args: LoaderFunctionArgs | ActionFunctionArgs): number {
  const id = divisionOf(args, "place");
  if (scopeOf(id).level !== "province") throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return id;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = provinceOf(args);
  const { today, locale } = args.context.scope;
  const { nameFa, nameEn } = await reading(actor, (db) => getDivision(db, id));
  return {
    id,
    nameFa,
    nameEn,
    code: provinceCodeOf(id),
    validFrom: typedJalali(today, locale),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  return submit(args.request, CreateCounty, async (input) => {
    const { id } = await createCounty(actor, provinceOf(args), input);
    return redirect(`/admin/${id}`);
  });
}

export default function NewCountyPage() {
  const { id, nameFa, nameEn, code, validFrom, requestId } = useLoaderData<typeof loader>();
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{
    nameFa: string;
    nameEn: string;
    code: string;
    grade: string;
    validFrom: string;
  }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { grade: "ordinary", validFrom },
  });
  const labels = {
    nameFa: t("divisions.field.name-fa"),
    nameEn: t("divisions.field.name-en"),
    code: t("divisions.field.code"),
    grade: t("divisions.field.grade"),
    validFrom: t("divisions.field.valid-from"),
  };
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader
        back={{ to: `/admin/${id}`, label: t("divisions.province", { name }) }}
        title={t("divisions.create")}
      />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">{t("divisions.create.lead")}</p>
        <Form form={form} labels={labels} requestId={requestId}>
          <TextField field={fields.nameFa} width="medium" />
          <TextField field={fields.nameEn} width="medium" code />
          <TextField
            field={fields.code}
            width="short"
            code
            digits
            optional
            help={t("divisions.field.code.help", { province: localDigits(code, locale) })}
          />
          <RadioGroup
            field={fields.grade}
            row
            choices={[
              { value: "ordinary", label: t("divisions.grade.ordinary") },
              { value: "special", label: t("divisions.grade.special") },
            ]}
          />
          <DateField field={fields.validFrom} />
          <FormActions>
            <SubmitButton>{t("divisions.create")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.create");

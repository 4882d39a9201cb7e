import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { closeCounty } from "~/areas/divisions/commands/close-county.server";
import { LeftOpenList } from "~/areas/divisions/components/left-open-list";
import { countLeftOpen } from "~/areas/divisions/left-open.server";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { getDivision, listChildren, listEveryCounty } from "~/areas/divisions/queries.server";
import { CloseCounty } from "~/areas/divisions/schema";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const { nameFa, nameEn, validTo } = await getDivision(db, id);
    if (scopeOf(id).level !== "county") throw refusalResponse(new Refusal("missing", "refusal.missing"));
    if (validTo) throw redirect(`/admin/${id}`);
    const provinces = new Map((await listChildren(db, 0)).map((one) => [one.id, one]));
    const own = scopeOf(id).ancestors[1];
    const others = (await listEveryCounty(db)).filter((one) => one.isOpen && one.id !== id);
    // Those of the same province first: most successors are neighbours.
    others.sort((a, b) => Number(b.parentId === own) - Number(a.parentId === own) || a.id - b.id);
    return {
      id,
      nameFa,
      nameEn,
      counties: others.map((one) => {
        const province = provinces.get(one.parentId);
        return {
          value: String(one.id),
          label: locale === "fa" ? one.nameFa : one.nameEn,
          group: (locale === "fa" ? province?.nameFa : province?.nameEn) ?? "",
        };
      }),
      left: await countLeftOpen(db, id),
      closedOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  return submit(args.request, CloseCounty, async (input) => {
    const { id } = await closeCounty(actor, divisionOf(args, "place"), input);
    return redirect(`/admin/${id}`);
  });
}

export default function ClosePage() {
  const { id, nameFa, nameEn, counties, left, closedOn, requestId } = useLoaderData<typeof loader>();
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{
    closedOn: string;
    successor: string;
    successor2: string;
    successor3: string;
    successor4: string;
  }>({ lastResult: useActionData<typeof action>()?.result, defaultValue: { closedOn } });
  const another = t("divisions.field.successor.another");
  const labels = {
    closedOn: t("divisions.field.closed-on"),
    successor: t("divisions.field.successor"),
    successor2: another,
    successor3: another,
    successor4: another,
  };
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader
        back={{ to: `/admin/${id}`, label: t("divisions.county", { name }) }}
        title={t("divisions.close")}
      />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">{t("divisions.close.lead")}</p>
        <LeftOpenList left={left} />
        <Form form={form} labels={labels} requestId={requestId}>
          <DateField field={fields.closedOn} />
          <ComboBox field={fields.successor} options={counties} help={t("divisions.field.successor.help")} />
          <ComboBox field={fields.successor2} options={counties} optional />
          <ComboBox field={fields.successor3} options={counties} optional />
          <ComboBox field={fields.successor4} options={counties} optional />
          <FormActions>
            <SubmitButton kind="danger">{t("divisions.close.do")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.close");

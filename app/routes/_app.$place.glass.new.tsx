import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { listChildren } from "~/areas/divisions/queries.server";
import { GLASS_MINUTES } from "~/areas/network/choices";
import { openGlass } from "~/areas/network/commands/open-glass.server";
import type { NetworkKey } from "~/areas/network/messages";
import { OpenGlass } from "~/areas/network/schema/glass";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "representative");
  const { locale } = args.context.scope;
  const counties = await reading(actor, (db) => listChildren(db, actor.place.id));
  return {
    counties: counties
      .filter(({ validTo }) => validTo === null)
      .map(({ id, nameFa, nameEn }) => ({ id, name: locale === "fa" ? nameFa : nameEn }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
    base: `/${actor.place.id}/glass`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, OpenGlass, async (input) => {
    await openGlass(actor, input);
    return redirect(`/${actor.place.id}/glass?opened`);
  });
}

type Fields = Record<"county" | "reason" | "minutes", string>;

export default function OpenGlassPage() {
  const { counties, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { minutes: GLASS_MINUTES[0] },
  });
  const labels: Record<keyof Fields, string> = {
    county: t("network.glass.field.county"),
    reason: t("network.glass.field.reason"),
    minutes: t("network.glass.field.minutes"),
  };
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.glass") }} title={t("network.glass.open.title")} />
      <div className="max-w-160">
        <div className="mb-5">
          <Notice kind="saffron">{t("network.glass.open.note")}</Notice>
        </div>
        <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
          <Select
            field={fields.county}
            width="medium"
            options={counties.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <TextArea field={fields.reason} help={t("network.glass.field.reason.help")} />
          <RadioGroup
            field={fields.minutes}
            row
            choices={GLASS_MINUTES.map((value) => ({
              value,
              label: t("network.glass.minutes", { count: Number(value) }),
            }))}
          />
          <FormActions>
            <SubmitButton>{t("network.glass.open.do")}</SubmitButton>
            <LinkButton kind="quiet" to={base}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.glass.open.title");

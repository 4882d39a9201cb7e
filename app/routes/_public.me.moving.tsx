import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { consentToRelocation } from "~/areas/network/commands/relocation/consent-to-relocation.server";
import { refuseRelocation } from "~/areas/network/commands/relocation/refuse-relocation.server";
import type { NetworkKey } from "~/areas/network/messages";
import { findOpenRelocation } from "~/areas/network/queries.server/relocations";
import { LUGGAGE } from "~/areas/network/relocation/lifecycle";
import { ConsentToRelocation } from "~/areas/network/schema/relocation";
import { formOf, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { openOwnDoor, OWN_HEADERS, requireOwnDoor } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { Checkbox } from "~/ui/form/checkbox";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** The offer that he goes over to another county: his answer to it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const door = await openOwnDoor(request, context);
  if (!door) throw redirect("/me");
  const { member, personId, place } = door;
  const open = await reading(member, (db) => findOpenRelocation(db, place.id, personId, context.scope.today));
  if (!open) throw redirect("/me");
  return { open, requestId: uuidv7() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { member, hand, personId, place } = await requireOwnDoor(request, context);
  const open = await reading(member, (db) => findOpenRelocation(db, place.id, personId, context.scope.today));
  if (!open) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const form = await formOf(request);
  if (form.get("intent") === "refuse")
    return submit(
      request,
      z.object({}),
      async () => {
        await refuseRelocation(hand, open.id);
        return redirect("/me?done=moving-refused");
      },
      form,
    );
  return submit(
    request,
    ConsentToRelocation,
    async (input) => {
      await consentToRelocation(hand, open.id, input);
      return redirect("/me?done=moving");
    },
    form,
  );
}

export default function MovingPage() {
  const { open, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? open.toFa : open.toEn;
  const isRefusing = answer?.result.initialValue?.intent === "refuse";
  const [consent, fields] = useForm<{ newLocality: string; luggage: string[]; sure: string }>({
    id: "consent",
    lastResult: isRefusing ? undefined : answer?.result,
    defaultValue: { luggage: [...LUGGAGE] },
  });
  const [refuse] = useForm({ id: "refuse", lastResult: isRefusing ? answer?.result : undefined });
  return (
    <>
      <PageHeader back={{ to: "/me", label: t("network.me.title") }} title={t("network.relocation.me")} />
      {open.state === "consented" ? (
        <p className="mb-4 text-body">{t("network.relocation.me.consented", { name })}</p>
      ) : (
        <>
          <p className="mb-2 text-body">{t("network.relocation.me.lead", { name })}</p>
          <p className="mb-4 text-second text-ink-2">
            {t("network.relocation.until", { day: formatJalali(open.expiresOn, locale, "long") })}
          </p>
          <Section title={t("network.relocation.me.goes")}>
            <p className="mb-2 text-body">{t("network.relocation.me.goes.text", { name })}</p>
            <p className="mb-4 text-second text-ink-2">{t("network.relocation.me.stays")}</p>
            <Form
              form={consent}
              labels={{
                newLocality: t("network.relocation.me.locality"),
                luggage: t("network.relocation.me.luggage"),
                sure: t("network.relocation.me.sure", { name }),
              }}
              requestId={requestId}
              refusal={isRefusing ? undefined : answer?.refusal}
            >
              <TextField field={fields.newLocality} optional />
              <CheckboxGroup
                field={fields.luggage}
                choices={LUGGAGE.map((one) => ({
                  value: one,
                  label: t(`network.relocation.me.luggage.${one}`),
                }))}
              />
              <Checkbox field={fields.sure} />
              <FormActions>
                <SubmitButton>{t("network.relocation.me.consent")}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        </>
      )}
      <div className="mt-6 border-t border-line pt-4">
        <Form
          form={refuse}
          requestId={requestId}
          refusal={isRefusing ? answer?.refusal : undefined}
          warn={false}
        >
          <input type="hidden" name="intent" value="refuse" />
          <div>
            <SubmitButton kind="secondary">
              {t(
                open.state === "consented"
                  ? "network.relocation.me.take-back"
                  : "network.relocation.me.refuse",
              )}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.relocation.me");

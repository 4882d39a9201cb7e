import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { listChildren, listEveryCounty } from "~/areas/divisions/queries.server";
import { offerRelocation } from "~/areas/network/commands/relocation/offer-relocation.server";
import { isReachable } from "~/areas/network/lifecycle";
import type { NetworkKey } from "~/areas/network/messages";
import { getPerson } from "~/areas/network/queries.server/people";
import { findOpenRelocation } from "~/areas/network/queries.server/relocations";
import { RELOCATION_REASONS } from "~/areas/network/relocation/lifecycle";
import { OfferRelocation } from "~/areas/network/schema/relocation";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RadioGroup } from "~/ui/form/choice-group";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** To which county somebody goes. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const { place } = actor;
  const { locale, today } = args.context.scope;
  const { person, open, provinces, counties } = await reading(actor, async (db) => ({
    person: await getPerson(db, place.id, personId),
    open: await findOpenRelocation(db, place.id, personId, today),
    provinces: await listChildren(db, 0),
    counties: await listEveryCounty(db),
  }));
  const here = `/${place.id}/network/people/${personId}`;
  if (open) throw redirect(`/${place.id}/network/relocations/${open.id}`);
  if (person.isErased || !isReachable(person.state)) throw redirect(here);
  const named = (one: { nameFa: string; nameEn: string } | undefined) =>
    (locale === "fa" ? one?.nameFa : one?.nameEn) ?? "";
  const own = place.ancestors[1];
  return {
    fullName: person.fullName,
    // Those of the same province first: most go to a neighbour.
    counties: counties
      .filter((one) => one.isOpen && one.id !== place.id)
      .sort((a, b) => Number(b.parentId === own) - Number(a.parentId === own) || a.id - b.id)
      .map((one) => ({
        value: String(one.id),
        label: named(one),
        group: named(provinces.find(({ id }) => id === one.parentId)),
      })),
    here,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  return submit(args.request, OfferRelocation, async (input) => {
    const { id } = await offerRelocation(actor, personId, input);
    return redirect(`/${actor.place.id}/network/relocations/${id}?offered`);
  });
}

export default function RelocatePage() {
  const { fullName, counties, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ county: string; reason: string }>({
    lastResult: answer?.result,
    defaultValue: { reason: RELOCATION_REASONS[0] },
  });
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t("network.relocation.offer")} />
      <div className="max-w-160">
        <p className="mb-5 text-second text-ink-2">
          {t("network.relocation.offer.lead", { name: fullName })}
        </p>
        <Form
          form={form}
          labels={{
            county: t("network.relocation.offer.county"),
            reason: t("network.relocation.col.reason"),
          }}
          requestId={requestId}
          refusal={answer?.refusal}
        >
          <ComboBox
            field={fields.county}
            options={counties}
            help={t("network.relocation.offer.county.help")}
          />
          <RadioGroup
            field={fields.reason}
            row
            choices={RELOCATION_REASONS.map((one) => ({
              value: one,
              label: t(`network.relocation.reason.${one}`),
            }))}
          />
          <FormActions>
            <SubmitButton>{t("network.relocation.offer.do")}</SubmitButton>
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
  pageTitle<NetworkKey>(matches, "network.relocation.offer");

import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeCorrection } from "~/areas/network/commands/propose-correction.server";
import { ProposeCorrection } from "~/areas/network/schema/member";
import type { NetworkKey } from "~/areas/network/messages";
import { getOwnPage } from "~/areas/network/queries.server/own-page";
import { reading, submit } from "~/kernel/http.server";
import { formatMobile, uuidv7 } from "~/lib/identifiers";
import { openOwnDoor, OWN_HEADERS, requireOwnDoor } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** What is wrong about him, in his own words: it waits for the county. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const door = await openOwnDoor(request, context);
  if (!door) throw redirect("/me");
  const { member, personId, place } = door;
  const page = await reading(member, (db) => getOwnPage(db, place.id, personId));
  const { fullName, mobile, locality } = page.correction ?? page;
  return { said: { fullName, mobile, locality }, requestId: uuidv7() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { hand, personId } = await requireOwnDoor(request, context);
  return submit(request, ProposeCorrection, async (input) => {
    await proposeCorrection(hand, personId, input);
    return redirect("/me?done=correct");
  });
}

export default function CorrectPage() {
  const { said, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ fullName: string; mobile: string; locality: string }>({
    lastResult: answer?.result,
    defaultValue: {
      fullName: said.fullName,
      mobile: said.mobile ? formatMobile(said.mobile, locale) : "",
      locality: said.locality ?? "",
    },
  });
  return (
    <>
      <PageHeader back={{ to: "/me", label: t("network.me.title") }} title={t("network.me.correct")} />
      <p className="mb-4 text-body">{t("network.me.correct.lead")}</p>
      <Form
        form={form}
        labels={{
          fullName: t("network.join.form.full-name"),
          mobile: t("network.join.form.mobile"),
          locality: t("network.join.form.locality"),
        }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <TextField field={fields.fullName} autoComplete="name" />
        <MobileField field={fields.mobile} optional />
        <TextField field={fields.locality} optional />
        <FormActions>
          <SubmitButton>{t("network.me.correct.send")}</SubmitButton>
          <LinkButton kind="quiet" to="/me">
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.me.correct");

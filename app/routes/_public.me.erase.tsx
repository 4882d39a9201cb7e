import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { erasePerson } from "~/areas/network/commands/erase-person.server";
import { EraseMe } from "~/areas/network/schema/member";
import type { NetworkKey } from "~/areas/network/messages";
import { submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { memberCookieGone, openOwnDoor, OWN_HEADERS, requireOwnDoor } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { Checkbox } from "~/ui/form/checkbox";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** What erasing does, before it is done. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await openOwnDoor(request, context))) throw redirect("/me");
  return { requestId: uuidv7() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { hand, personId } = await requireOwnDoor(request, context);
  return submit(request, EraseMe, async () => {
    await erasePerson(hand, personId);
    return redirect("/me?erased", { headers: { "set-cookie": memberCookieGone } });
  });
}

export default function ErasePage() {
  const { requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ sure: string }>({ lastResult: answer?.result });
  return (
    <>
      <PageHeader back={{ to: "/me", label: t("network.me.title") }} title={t("network.me.erase")} />
      <p className="mb-3 text-body">{t("network.me.erase.lead")}</p>
      <p className="mb-4 text-second text-ink-2">{t("network.me.erase.demands")}</p>
      <div className="mb-5">
        <Notice kind="brick" title={t("network.me.erase.no-way-back")} />
      </div>
      <Form
        form={form}
        labels={{ sure: t("network.me.erase.sure") }}
        requestId={requestId}
        refusal={answer?.refusal}
        warn={false}
      >
        <Checkbox field={fields.sure} />
        <FormActions>
          <SubmitButton kind="danger">{t("network.me.erase.do")}</SubmitButton>
          <LinkButton kind="quiet" to="/me">
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.me.erase");

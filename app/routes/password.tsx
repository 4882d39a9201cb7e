import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "~/actor.server";
import { changePassword } from "~/areas/identity/commands/change-password.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { ChangePassword } from "~/areas/identity/schema";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { PasswordField } from "~/ui/form/password-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export function loader(args: LoaderFunctionArgs) {
  requireAccount(args);
  return { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
}

export async function action(args: ActionFunctionArgs) {
  const { id } = requireAccount(args);
  const { request, context } = args;
  return submit(request, ChangePassword, async (input) => {
    const origin = { address: context.scope.address, userAgent: request.headers.get("user-agent") };
    const cookie = await changePassword(id, input, origin);
    return redirect("/sessions?changed", { headers: { "set-cookie": cookie } });
  });
}

export default function PasswordPage() {
  const t = useT<IdentityKey>();
  const [form, fields] = useForm<{ presentPassword: string; password: string; passwordAgain: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  const labels = {
    presentPassword: t("identity.password.present"),
    password: t("identity.password.new"),
    passwordAgain: t("identity.password.again"),
  };
  return (
    <AccountPage {...useLoaderData<typeof loader>()} path="/password">
      <PageHeader
        back={{ to: "/sessions", label: t("identity.sessions.title") }}
        title={t("identity.password.change")}
      />
      <p className="mb-5 text-second text-ink-2">{t("identity.password.change.lead")}</p>
      <Form form={form} labels={labels} warn={false}>
        <PasswordField field={fields.presentPassword} />
        <PasswordField
          field={fields.password}
          autoComplete="new-password"
          help={t("identity.password.help")}
        />
        <PasswordField field={fields.passwordAgain} autoComplete="new-password" />
        <FormActions>
          <SubmitButton>{t("identity.password.change.do")}</SubmitButton>
        </FormActions>
      </Form>
    </AccountPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<IdentityKey>(matches, "identity.password.change");

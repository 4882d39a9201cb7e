import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setPasswordByLink } from "~/areas/identity/commands/set-password-by-link.server";
import { DoorPage } from "~/areas/identity/components/door-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { findPasswordLink } from "~/areas/identity/queries.server";
import { SetPassword } from "~/areas/identity/schema";
import { doorActor } from "~/areas/identity/sessions.server";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { reading, submit } from "~/kernel/http.server";
import { isolate } from "~/lib/numbers";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { PasswordField } from "~/ui/form/password-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";

/** Shows the form of a one-time link without using it up: a preview or a reload costs nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
  const sample = env().SAMPLE === "1";
  const link = await reading(doorActor, (db) => findPasswordLink(db, params.token ?? "", sample));
  const page = { sample, clockSet: clockNotice() !== undefined };
  if (!link) return data({ ...page, link: null }, { status: 404 });
  const { kind, fullName, username, mobile } = link;
  // Whoever was sent the link knows the number; whoever found it learns four digits.
  return data({ ...page, link: { kind, fullName, username, mobileEnd: mobile?.slice(-4) ?? null } });
}

export async function action({ request, params, context: { scope } }: ActionFunctionArgs) {
  return submit(request, SetPassword, async (input) => {
    const origin = { address: scope.address, userAgent: request.headers.get("user-agent") };
    const cookie = await setPasswordByLink(params.token ?? "", input, origin);
    return redirect("/", { headers: { "set-cookie": cookie } });
  });
}

export default function LinkPage() {
  const { link, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<IdentityKey>();
  const { locale } = useLocale();
  const isFirst = link?.kind === "first-administrator";
  const title = isFirst ? "identity.link.first" : "identity.link.title";
  return (
    <DoorPage
      title={t(link ? title : "identity.link.gone.title")}
      sample={sample}
      clockSet={clockSet}
      hasLanguage={link === null}
    >
      {link ? (
        <>
          <p className="mb-1 text-item">{isFirst ? null : t("identity.link.for", { name: link.fullName })}</p>
          <p className="mb-5 text-second text-ink-2">
            {isFirst && t("identity.link.first.lead")}
            {!isFirst &&
              link.mobileEnd !== null &&
              t("identity.link.by-mobile", { end: isolate(localDigits(link.mobileEnd, locale)) })}
            {!isFirst &&
              link.mobileEnd === null &&
              link.username !== null &&
              t("identity.link.by-username", { name: isolate(link.username) })}
          </p>
          <SetPasswordForm isFirst={isFirst} />
        </>
      ) : (
        <div className="flex flex-col items-start gap-5">
          <Notice kind="saffron" title={t("identity.link.gone")}>
            {t("identity.link.gone.text")}
          </Notice>
          <LinkButton to="/sign-in">{t("identity.forgotten.back")}</LinkButton>
        </div>
      )}
    </DoorPage>
  );
}

function SetPasswordForm({ isFirst }: { isFirst: boolean }) {
  const t = useT<IdentityKey>();
  const [form, fields] = useForm<{
    username: string;
    fullName: string;
    password: string;
    passwordAgain: string;
  }>({ lastResult: useActionData<typeof action>()?.result });
  const labels = {
    username: t("identity.username"),
    fullName: t("identity.full-name"),
    password: t("identity.password.new"),
    passwordAgain: t("identity.password.again"),
  };
  return (
    <Form form={form} labels={labels} warn={false}>
      {isFirst && (
        <>
          <TextField
            field={fields.username}
            code
            autoComplete="username"
            help={t("identity.username.help")}
          />
          <TextField field={fields.fullName} autoComplete="name" />
        </>
      )}
      <PasswordField field={fields.password} autoComplete="new-password" help={t("identity.password.help")} />
      <PasswordField field={fields.passwordAgain} autoComplete="new-password" />
      <SubmitButton wide size="touch">
        {t("identity.link.do")}
      </SubmitButton>
    </Form>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle<IdentityKey>(matches, "identity.link.title"),
  { name: "robots", content: "noindex" },
];

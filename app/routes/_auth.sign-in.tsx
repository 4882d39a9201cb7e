import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signIn } from "~/areas/identity/commands/sign-in.server";
import { PasswordField } from "~/ui/form/password-field";
import { pageTitle } from "~/page-title";
import { DoorPage } from "~/areas/identity/components/door-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { Destination, SignIn } from "~/areas/identity/schema";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { submit } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";

export function loader({ request, context: { scope } }: LoaderFunctionArgs) {
  const to = Destination.parse(new URL(request.url).searchParams.get("to"));
  if (scope.signedIn) throw redirect(to);
  return { to, sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
}

export async function action({ request, context: { scope } }: ActionFunctionArgs) {
  return submit(request, SignIn, async (input) => {
    const userAgent = request.headers.get("user-agent");
    const cookies = request.headers.get("cookie");
    const given = await signIn(input, { address: scope.address, userAgent, cookies });
    return redirect(input.to, { headers: given.map((cookie): [string, string] => ["set-cookie", cookie]) });
  });
}

export default function SignInPage() {
  const { to, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<IdentityKey>();
  const [form, fields] = useForm<{ name: string; password: string; keep: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <DoorPage title={t("identity.sign-in.title")} sample={sample} clockSet={clockSet}>
      <Form
        form={form}
        labels={{
          name: t("identity.sign-in.name"),
          password: t("identity.sign-in.password"),
          keep: t("identity.sign-in.keep"),
        }}
        warn={false}
      >
        <input type="hidden" name="to" value={to} />
        <TextField
          field={fields.name}
          help={t("identity.sign-in.name.help")}
          code
          autoComplete="username"
          autoFocus
        />
        <PasswordField
          field={fields.password}
          autoComplete="current-password"
          aside={
            <Link to="/forgotten" className="text-teal hover:underline">
              {t("identity.sign-in.forgotten")}
            </Link>
          }
        />
        <Checkbox field={fields.keep} />
        <SubmitButton wide size="touch">
          {t("identity.sign-in.enter")}
        </SubmitButton>
      </Form>
      <p className="mt-6 flex flex-wrap items-center gap-x-2 text-second text-ink-3">
        <span>{t("identity.sign-in.citizen")}</span>
        <Link to="/t" className="inline-flex min-h-6 items-center text-teal hover:underline">
          {t("identity.sign-in.track")}
        </Link>
      </p>
    </DoorPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<IdentityKey>(matches, "identity.sign-in.title");

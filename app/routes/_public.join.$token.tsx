import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAskToJoin } from "~/areas/identity/door.server";
import { requestToJoin } from "~/areas/network/commands/request-to-join.server";
import { JoinForm } from "~/areas/network/components/join/join-form";
import { RequestToJoin } from "~/areas/network/schema/join";
import type { NetworkKey } from "~/areas/network/messages";
import { openJoinForm } from "~/join-door.server";
import { refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** The form of a county's poster. It says nothing of whom the county knows, to nobody. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const opened = await openJoinForm(params.token ?? "");
  if (!opened) return data({ form: null }, { status: 404 });
  const { form, place, capacities } = opened;
  return data({
    form: { name: form.name, place: { fa: place.nameFa, en: place.nameEn }, requestId: uuidv7(), capacities },
    thanks: new URL(request.url).searchParams.has("thanks"),
  });
}

export async function action({ params, request, context: { scope } }: ActionFunctionArgs) {
  const opened = await openJoinForm(params.token ?? "");
  if (!opened) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return submit(request, RequestToJoin, async (input) => {
    if (!(await mayAskToJoin(scope.address))) throw new Refusal("conflict", "network.join.too-many");
    const offered = new Set(opened.capacities.map(({ code }) => code));
    if (!input.capacities.every((code) => offered.has(code)))
      throw new Refusal("invalid", "network.not-offered", { field: "capacities" });
    await requestToJoin(opened.actor, input);
    return redirect(`/join/${params.token}?thanks`);
  });
}

export default function JoinPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | AppKey>();
  const { locale } = useLocale();
  if (!found.form) {
    return (
      <>
        <PageHeader title={t("network.join.form.closed")} />
        <Notice kind="saffron" title={t("network.join.form.closed.text")} />
      </>
    );
  }
  const { form } = found;
  const place = t("app.place.county", { name: form.place[locale] });
  return (
    <>
      <PageHeader
        title={t("network.join.form.title")}
        meta={
          <>
            <span>{place}</span>
            {form.name && <span>{form.name}</span>}
          </>
        }
      />
      {found.thanks && !answer ? (
        <Notice live title={t("network.join.form.thanks")}>
          {t("network.join.form.thanks.text")}
        </Notice>
      ) : (
        <>
          <p className="mb-5 text-body">{t("network.join.form.lead")}</p>
          <JoinForm capacities={form.capacities} requestId={form.requestId} answer={answer} />
        </>
      )}
    </>
  );
}

export const headers = () => ({ "cache-control": "no-store", "x-robots-tag": "noindex" });

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.join.form.title");

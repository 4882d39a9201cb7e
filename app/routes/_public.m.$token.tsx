import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useLoaderData } from "@remix-run/react";
import { isStaffOver } from "~/actor.server";
import { openMemberPage } from "~/areas/network/commands/open-member-page.server";
import { MEMBER_SESSION_MINUTES } from "~/areas/network/people/member-hours";
import type { NetworkKey } from "~/areas/network/messages";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { findOwnLink, memberCookie, OWN_HEADERS } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** Shows the link without using it up: a preview of a messenger costs nothing. */
export async function loader({ params, context: { scope } }: LoaderFunctionArgs) {
  const link = await findOwnLink(params.token ?? "");
  if (!link) return data({ state: "gone" as const }, { status: 404 });
  if (isStaffOver(scope, link.divisionId)) return data({ state: "staff" as const }, { status: 403 });
  return data({ state: "open" as const });
}

export async function action({ params, context: { scope } }: ActionFunctionArgs) {
  const link = await findOwnLink(params.token ?? "");
  if (!link) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  if (isStaffOver(scope, link.divisionId))
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  try {
    const session = await openMemberPage(link.visitor);
    return redirect("/me", { headers: { "set-cookie": memberCookie(session) } });
  } catch (error) {
    if (error instanceof Refusal) throw refusalResponse(error);
    throw error;
  }
}

export default function OwnLinkPage() {
  const { state } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  if (state !== "open")
    return (
      <>
        <PageHeader title={t("network.me.gone")} />
        <Notice kind="saffron" title={t(state === "staff" ? "network.me.staff" : "network.me.gone.text")} />
      </>
    );
  return (
    <>
      <PageHeader title={t("network.me.open.title")} />
      <p className="mb-5 text-body">{t("network.me.open.lead", { minutes: MEMBER_SESSION_MINUTES })}</p>
      <PlainForm method="post">
        <Button kind="primary" size="touch" wide>
          {t("network.me.open")}
        </Button>
      </PlainForm>
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.me.open.title");

import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/page-title";
import { DoorPage } from "~/areas/identity/components/door-page";
import type { IdentityKey } from "~/areas/identity/messages";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { LinkButton } from "~/ui/link-button";
import { useT } from "~/ui/i18n";

export function loader() {
  return { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
}

export default function Forgotten() {
  const t = useT<IdentityKey>();
  return (
    <DoorPage title={t("identity.forgotten.title")} {...useLoaderData<typeof loader>()}>
      <p className="mb-3">{t("identity.forgotten.text")}</p>
      <p className="mb-6">{t("identity.forgotten.link")}</p>
      <LinkButton to="/sign-in">{t("identity.forgotten.back")}</LinkButton>
    </DoorPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<IdentityKey>(matches, "identity.forgotten.title");

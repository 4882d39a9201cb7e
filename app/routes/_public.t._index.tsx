import { redirect, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { TrackingForm } from "~/areas/demands/components/tracking-form";
import type { DemandKey } from "~/areas/demands/messages";
import { TrackDemand } from "~/areas/demands/schema";
import { submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function action({ request }: ActionFunctionArgs) {
  return submit(request, TrackDemand, ({ code }) => Promise.resolve(redirect(`/t/${code}`)));
}

/** Where a citizen types the code of his slip. */
export default function TrackPage() {
  const t = useT<DemandKey>();
  return (
    <>
      <PageHeader title={t("demands.track.title")} />
      <p className="mb-4 text-body">{t("demands.track.text")}</p>
      <TrackingForm answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle<DemandKey>(matches, "demands.track.title");

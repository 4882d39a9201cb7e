import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { setCadence } from "~/areas/network/commands/set-cadence.server";
import { CadenceForm } from "~/areas/network/components/contacts/cadence-form";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceSettings } from "~/areas/network/queries.server/cadence";
import { SetCadence } from "~/areas/network/schema/people";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "representative", "national-officer");
  const { id, level } = actor.place;
  return {
    ...(await reading(actor, (db) => cadenceSettings(db, actor.place))),
    level,
    place: id,
    back:
      level === "county" ? ({ to: `/${id}/network/waiting`, label: "network.waiting" } as const) : undefined,
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, SetCadence, async (input) => {
    await setCadence(actor, input);
    return redirect(`/${actor.place.id}/network/cadence?saved`);
  });
}

export default function CadencePage() {
  const { own, above, revision, level, place, back, isSaved, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={back && { to: back.to, label: t(back.label) }} title={t("network.cadence")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">
        {t(level === "nation" ? "network.cadence.intro.nation" : "network.cadence.intro")}
      </p>
      {isSaved && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("network.cadence.saved")} />
        </div>
      )}
      <CadenceForm
        key={isSaved ? revision : "first"}
        own={own}
        above={above}
        revision={revision}
        requestId={requestId}
        answer={answer}
        back={back?.to ?? `/${place}`}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.cadence");

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { citizen, isStaffOver } from "~/actor.server";
import { judgeDemand } from "~/areas/demands/commands/judge-demand.server";
import { Tracked } from "~/areas/demands/components/tracked";
import { TrackingForm } from "~/areas/demands/components/tracking-form";
import type { DemandKey } from "~/areas/demands/messages";
import { findTracked } from "~/areas/demands/queries.server";
import { JudgeDemand } from "~/areas/demands/schema";
import { codeWasRight, mayLookUpCode } from "~/areas/identity/door.server";
import { reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { parseTrackingCode, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** The citizen's page. A code that is wrong and one that does not exist answer alike, and neither may be tried for ever. */
export async function loader({ params, request, context: { scope } }: LoaderFunctionArgs) {
  if (!(await mayLookUpCode(scope.address))) return data({ problem: "too-many" as const }, { status: 429 });
  const code = parseTrackingCode(params.code ?? "");
  const demand = code && (await reading(citizen(code), (db) => findTracked(db, code, scope.today)));
  if (!demand) return data({ problem: "unknown" as const }, { status: 404 });
  await codeWasRight(scope.address);
  const thanks = new URL(request.url).searchParams.has("thanks");
  const mayJudge = !isStaffOver(scope, demand.divisionId);
  return data({ demand, requestId: uuidv7(), thanks, mayJudge });
}

export async function action({ params, request, context: { scope } }: ActionFunctionArgs) {
  if (!(await mayLookUpCode(scope.address))) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const code = parseTrackingCode(params.code ?? "");
  if (!code) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const demand = await reading(citizen(code), (db) => findTracked(db, code, scope.today));
  if (demand && isStaffOver(scope, demand.divisionId)) {
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  }
  return submit(request, JudgeDemand, async (input) => {
    await judgeDemand(citizen(code), input);
    await codeWasRight(scope.address);
    return redirect(`/t/${code}?thanks`);
  });
}

export default function TrackedPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<DemandKey>();
  if ("demand" in found) {
    return (
      <Tracked
        demand={found.demand}
        requestId={found.requestId}
        thanks={found.thanks}
        mayJudge={found.mayJudge}
        refusal={answer?.refusal?.code}
      />
    );
  }
  return (
    <>
      <PageHeader title={t("demands.track.title")} />
      <div className="mb-4">
        <Notice live kind="saffron" title={t(`demands.track.${found.problem}`)} />
      </div>
      <TrackingForm answer={undefined} />
    </>
  );
}

/** One citizen's page: no store keeps it and no search engine lists it. */
export const headers = () => ({ "cache-control": "no-store", "x-robots-tag": "noindex" });

export const meta: MetaFunction = ({ matches }) => pageTitle<DemandKey>(matches, "demands.track.title");

import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, officeByToken } from "~/actor.server";
import { allowedActs } from "~/areas/obligations/allowed-acts";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import { ACTS } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getObligation } from "~/areas/obligations/queries.server";
import { submitStep } from "~/areas/obligations/step-form.server";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { idIn, reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

export const headers: HeadersFunction = () => ({
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
});

export async function loader({ params, request, context: { scope } }: LoaderFunctionArgs) {
  const frame = { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
  const token = params.token ?? "";
  const door = await officeByToken(token);
  if (!door) return data({ ...frame, door: null }, { status: 404 });
  const { divisionId } = door.office;
  const id = idIn(params, "obligation");
  const row = await reading(door.actor, (db) => getObligation(db, { divisionId, id }));
  const readOnly = isStaffOver(scope, divisionId);
  const acts = readOnly ? [] : allowedActs(door.actor, row);
  const asked = new URL(request.url).searchParams.get("step");
  const open = ACTS.find((act) => act === asked && acts.includes(act)) ?? null;
  return data({ ...frame, door: { token, row, acts, open, readOnly, requestId: uuidv7() } }, { status: 200 });
}

export async function action({ params, request, context: { scope } }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const door = await officeByToken(token);
  if (!door) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  if (isStaffOver(scope, door.office.divisionId)) {
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  }
  const id = idIn(params, "obligation");
  return submitStep(
    request,
    door.actor,
    { divisionId: door.office.divisionId, id },
    `/office/${token}/${id}`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle(matches, "obligations.title"),
  { name: "robots", content: "noindex" },
];

export default function OfficeObligation() {
  const { door, sample, clockSet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  if (!door) return <ClosedDoor sample={sample} clockSet={clockSet} />;
  const base = `/office/${door.token}`;
  const { row, acts, open, requestId } = door;
  return (
    <OfficeFrame home={base} sample={sample} clockSet={clockSet} readOnly={door.readOnly}>
      <ObligationScreen
        row={row}
        acts={acts}
        open={open}
        base={`${base}/${row.id}`}
        back={base}
        backWords={t("obligations.door.back")}
        evidenceHref={(evidence) => `${base}/evidence/${evidence}`}
        chainHref={(other) => `${base}/${other.id}`}
        requestId={requestId}
        answer={answer}
        touch
      />
    </OfficeFrame>
  );
}

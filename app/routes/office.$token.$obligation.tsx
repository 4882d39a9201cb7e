import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allowedActs } from "~/areas/obligations/steps/allowed-acts";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import { NOTHING_OFFERED } from "~/areas/obligations/components/step-forms/offers";
import { calendarOfStep } from "~/areas/obligations/door.server";
import { ACTS } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getObligation } from "~/areas/obligations/queries.server";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { idIn, reading } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { OFFICE_HEADERS, openOfficeDoor, requireOfficeDoor } from "~/office-door.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

export const headers: HeadersFunction = () => OFFICE_HEADERS;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, door } = await openOfficeDoor(args);
  if (!door) return data({ ...frame, door }, { status: 404 });
  const { token, actor, readOnly } = door;
  const { divisionId } = door.where;
  const id = idIn(args.params, "obligation");
  const asked = new URL(args.request.url).searchParams.get("step");
  const { row, calendar } = await reading(actor, async (db) => {
    const row = await getObligation(db, { divisionId, id });
    return { row, calendar: await calendarOfStep(db, row, asked, args.context.scope.today) };
  });
  const acts = readOnly ? [] : allowedActs(actor, row);
  const open = ACTS.find((act) => act === asked && acts.includes(act)) ?? null;
  return data(
    { ...frame, door: { token, row, calendar, acts, open, readOnly, requestId: uuidv7() } },
    { status: 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { token, actor, where } = await requireOfficeDoor(args);
  const id = idIn(args.params, "obligation");
  return submitStep(args.request, actor, { divisionId: where.divisionId, id }, `/office/${token}/${id}`);
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
  const { row, calendar, acts, open, requestId } = door;
  return (
    <OfficeFrame home={base} sample={sample} clockSet={clockSet} readOnly={door.readOnly}>
      <ObligationScreen
        row={row}
        acts={acts}
        open={open}
        offers={{ ...NOTHING_OFFERED, calendar }}
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

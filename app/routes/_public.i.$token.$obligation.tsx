import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { NOTHING_OFFERED } from "~/areas/obligations/components/step-forms/offers";
import { calendarOfStep } from "~/areas/obligations/door.server";
import { ACTS } from "~/areas/obligations/lifecycle";
import { getObligation } from "~/areas/obligations/queries.server";
import { allowedActs } from "~/areas/obligations/steps/allowed-acts";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { idIn, reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { INVITEE_HEADERS, openInvitation, requireInvitation } from "~/invitee-door.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

/** One obligation of the office that is invited, with its timeline and the forms of its steps. */
export async function loader(args: LoaderFunctionArgs) {
  const door = await openInvitation(args);
  const divisionId = door?.invitation.officeDivisionId ?? null;
  if (!door?.office || divisionId === null) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const { token, office, readOnly } = door;
  const id = idIn(args.params, "obligation");
  const asked = new URL(args.request.url).searchParams.get("step");
  const { row, calendar } = await reading(office, async (db) => {
    const row = await getObligation(db, { divisionId, id });
    return { row, calendar: await calendarOfStep(db, row, asked, args.context.scope.today) };
  });
  const acts = readOnly ? [] : allowedActs(office, row);
  const open = ACTS.find((act) => act === asked && acts.includes(act)) ?? null;
  return data({ token, row, calendar, acts, open, requestId: uuidv7() });
}

export async function action(args: ActionFunctionArgs) {
  const { token, office, invitation } = await requireInvitation(args);
  const { officeDivisionId: divisionId } = invitation;
  if (!office || divisionId === null) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const id = idIn(args.params, "obligation");
  return submitStep(args.request, office, { divisionId, id }, `/i/${token}/${id}`);
}

export default function InviteeObligation() {
  const { token, row, calendar, acts, open, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey>();
  const base = `/i/${token}`;
  return (
    <ObligationScreen
      row={row}
      acts={acts}
      open={open}
      offers={{ ...NOTHING_OFFERED, calendar }}
      base={`${base}/${row.id}`}
      back={base}
      backWords={t("meetings.i.debts.back")}
      evidenceHref={(evidence) => `${base}/evidence/${evidence}`}
      chainHref={(other) => `${base}/${other.id}`}
      requestId={requestId}
      answer={answer}
      touch
    />
  );
}

export const headers = () => INVITEE_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<MeetingsKey>(matches, "meetings.i.debts");

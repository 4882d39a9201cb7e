import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, requireOfficer, requireOfficerToAct } from "~/actor.server";
import { remindersOf } from "~/areas/obligations/chasing/office-messages.server";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { ACTS } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getObligation, locateObligation } from "~/areas/obligations/queries.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { calendarOfStep } from "~/areas/obligations/door.server";
import { allowedActs, waitsForAnother } from "~/areas/obligations/steps/allowed-acts";
import { officeOptions } from "~/areas/obligations/steps/office-options";
import { officesInReach } from "~/areas/obligations/steps/reach.server";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { scopeOf } from "~/kernel/actor";
import { idIn, reading } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";

/** One obligation of the office, with the steps that are its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const { divisionId } = office;
  const { today } = args.context.scope;
  const place = scopeOf(divisionId);
  const id = idIn(args.params, "obligation");
  const asked = new URL(args.request.url).searchParams.get("step");
  const { row, ...found } = await reading(actor, async (db) => {
    const which = await locateObligation(db, place, id);
    const row = await getObligation(db, which);
    return {
      row,
      reminders: await remindersOf(db, which),
      offices: asked === "pass-on" ? await officesInReach(db, actor, row, today) : [],
      causes:
        asked === "re-date" ? (await offeredOf(db, place, ["re-date-cause"], today))["re-date-cause"] : [],
      calendar: await calendarOfStep(db, row, asked, today),
    };
  });
  const acts = isStaffOver(args.context.scope, divisionId) ? [] : allowedActs(actor, row);
  const taken = new Set(row.children.map((child) => child.officeId));
  return {
    ...found,
    row,
    acts,
    ownReport: row.officeId !== office.id && waitsForAnother(actor, row),
    offices: found.offices.filter(({ id }) => !taken.has(id)),
    open: ACTS.find((act) => act === asked && acts.includes(act)) ?? null,
    base: `/${divisionId}/office/${office.id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, office } = requireOfficerToAct(args);
  const { divisionId } = office;
  const id = idIn(args.params, "obligation");
  const back = `/${divisionId}/office/${office.id}/obligations/${id}`;
  const which = await reading(actor, (db) => locateObligation(db, scopeOf(divisionId), id));
  return submitStep(args.request, actor, which, back);
}

export default function OfficerObligation() {
  const { row, acts, reminders, open, ownReport, base, requestId, ...offered } =
    useLoaderData<typeof loader>();
  const { locale } = useLocale();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  return (
    <ObligationScreen
      row={row}
      acts={acts}
      open={open}
      ownReport={ownReport}
      offers={{
        offices: officeOptions(offered.offices, locale),
        causes: offered.causes.map(({ code, fa, en }) => ({ value: code, label: locale === "fa" ? fa : en })),
        obstacles: [],
        calendar: offered.calendar,
        records: false,
      }}
      base={`${base}/obligations/${row.id}`}
      back={base}
      backWords={t("obligations.door.back")}
      evidenceHref={(evidence) => `${base}/evidence/${evidence}`}
      chainHref={(other) => `${base}/obligations/${other.id}`}
      reminders={reminders}
      requestId={requestId}
      answer={answer}
    />
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "obligations.title");

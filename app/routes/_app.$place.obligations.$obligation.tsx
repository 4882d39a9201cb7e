import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { listObstacles } from "~/areas/obstacles/queries.server";
import { calendarOfStep } from "~/areas/obligations/door.server";
import { allowedActs, waitsForAnother } from "~/areas/obligations/steps/allowed-acts";
import { RECORD_PAGE } from "~/areas/obligations/choices";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { ACTS } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getObligation, locateObligation } from "~/areas/obligations/queries.server";
import { remindersOf } from "~/areas/obligations/chasing/office-messages.server";
import { officesInReach } from "~/areas/obligations/steps/reach.server";
import { waysToVerify } from "~/areas/obligations/steps/ways-to-verify.server";
import { officeOptions } from "~/areas/obligations/steps/office-options";
import { listTurns } from "~/areas/obligations/steps/turns.server";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "obligation");
  const { today } = args.context.scope;
  const asked = new URL(args.request.url).searchParams.get("step");
  const { row, offices, causes, obstacles, ways, calendar, turns, reminders } = await reading(
    actor,
    async (db) => {
      const found = await getObligation(db, await locateObligation(db, actor.place, id));
      const own = may(actor, "pass-on", "Obligation", found);
      return {
        row: found,
        offices: own && asked === "pass-on" ? await officesInReach(db, actor, found, today) : [],
        causes:
          asked === "re-date"
            ? (await offeredOf(db, actor.place, ["re-date-cause"], today))["re-date-cause"]
            : [],
        obstacles:
          asked === "block" && own
            ? (await listObstacles(db, found.divisionId, { state: "raised" })).rows.map(({ id, title }) => ({
                id,
                title,
              }))
            : [],
        ways:
          asked === "verify" || (found.sourceOfficeId !== null && found.state === "reported-done")
            ? await waysToVerify(db, actor, found, today)
            : undefined,
        calendar: await calendarOfStep(db, found, asked, today),
        reminders: await remindersOf(db, found),
        turns: found.deadlineKind === "continuous" ? await listTurns(db, found) : [],
      };
    },
  );
  // What another verifies, and nobody of the network has looked at, is not offered.
  const acts = allowedActs(actor, row).filter((act) => act !== "verify" || ways?.how.length !== 0);
  const taken = new Set([row.officeId, ...row.children.map((child) => child.officeId)]);
  return {
    row,
    acts,
    open: ACTS.find((act) => act === asked && acts.includes(act)) ?? null,
    ownReport: waitsForAnother(actor, row),
    offices: offices.filter((office) => !taken.has(office.id)),
    causes,
    obstacles,
    ways,
    calendar,
    turns,
    reminders,
    records: row.divisionId === actor.place.id,
    place: actor.place.id,
    mayLink: may(actor, "make-link", "Office", { divisionId: row.divisionId }),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "obligation");
  const which = await reading(actor, (db) => locateObligation(db, actor.place, id));
  return submitStep(args.request, actor, which, `/${actor.place.id}/obligations/${id}`);
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "obligations.title");

export default function Obligation() {
  const { row, acts, open, ownReport, place, mayLink, requestId, turns, reminders, ...offered } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const base = `/${place}/obligations`;
  const isOwnMinutes = row.sourceKind === "resolution" && row.sourceDivisionId === place;
  return (
    <ObligationScreen
      row={row}
      acts={acts}
      open={open}
      ownReport={ownReport}
      verifiedBy={row.sourceDivisionId === place ? offered.ways?.by : undefined}
      offers={{
        offices: officeOptions(offered.offices, locale),
        causes: offered.causes.map(({ code, fa, en }) => ({ value: code, label: locale === "fa" ? fa : en })),
        obstacles: offered.obstacles.map(({ id, title }) => ({ value: id, label: title })),
        calendar: offered.calendar,
        ...(offered.ways
          ? {
              ways: {
                how: offered.ways.how,
                monitors: offered.ways.monitors.map(({ id, name }) => ({ value: id, label: name })),
              },
            }
          : {}),
        records: offered.records,
      }}
      base={`${base}/${row.id}`}
      back={base}
      backWords={t("obligations.page.back")}
      sourceHref={isOwnMinutes && row.sourceId ? `${base}?source=${row.sourceId}` : undefined}
      evidenceHref={(id) => `${base}/evidence/${id}`}
      recordHref={(kind, id) => `/${place}/${RECORD_PAGE[kind]}/${id}`}
      turns={turns}
      reminders={reminders}
      chainHref={(other) => `${base}/${other.id}`}
      requestId={requestId}
      answer={answer}
      aside={
        mayLink && (
          <p className="mb-4 flex flex-wrap gap-2">
            <LinkButton
              to={`/${place}/offices/${row.officeId}/link?from=obligation:${row.id}`}
              icon="key-round"
              size="small"
            >
              {t("obligations.page.office-link")}
            </LinkButton>
            <ExportButton
              place={place}
              list="office-sheet"
              narrowed={{ end: "owed", office: row.officeId }}
              words={t("obligations.paper.sheet.open")}
              size="small"
            />
          </p>
        )
      }
    />
  );
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { RECORD_KINDS, RECORD_PAGE } from "~/areas/obligations/choices";
import { issueDecision } from "~/areas/obligations/commands/issue-decision.server";
import { DecisionForm } from "~/areas/obligations/components/decision-form";
import { calendarOf, listAddressees } from "~/areas/obligations/door.server";
import { titleOfRecord } from "~/areas/obligations/evidence/record.server";
import { addresseeOptions, shownAddressees } from "~/areas/obligations/issue/addressee-options";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { IssueDecision } from "~/areas/obligations/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";

/** The record that the address names as `kind:id`; null for anything else. */
function recordIn(address: string) {
  const [kind, id = ""] = (new URL(address).searchParams.get("from") ?? "").split(":");
  const known = RECORD_KINDS.find((one) => one === kind);
  return known && isUuid(id) ? { kind: known, id } : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const from = recordIn(args.request.url);
  const found = await reading(actor, async (db) => {
    authorize(actor, "issue", "Issuance");
    return {
      title: from ? await titleOfRecord(db, actor.place.id, from.kind, from.id) : "",
      known: await listAddressees(db, actor.place, today),
      calendar: await calendarOf(db, actor.place, today),
    };
  });
  return {
    from,
    title: found.title,
    calendar: found.calendar,
    known: shownAddressees(found.known),
    place: actor.place.id,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, IssueDecision, async (input) => {
    const { id } = await issueDecision(actor, input);
    return redirect(`/${actor.place.id}/obligations/texts/${id}?done=issued`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObligationsKey>(matches, "obligations.decision.new");

export default function NewDecision() {
  const { from, title, calendar, known, place, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const base = `/${place}/obligations`;
  const source = from && `/${place}/${RECORD_PAGE[from.kind]}/${from.id}`;
  return (
    <>
      <PageHeader
        title={t("obligations.decision.new")}
        back={{
          to: source ?? base,
          label: t(source ? "obligations.decision.from.see" : "obligations.page.back"),
        }}
        meta={t("obligations.decision.lead")}
      />
      {source && (
        <p className="mb-4 text-second text-ink-2">
          <Link to={source} className="text-teal hover:underline">
            {t(`obligations.decision.from.${from.kind}`)}
          </Link>
        </p>
      )}
      <div className="max-w-160">
        <DecisionForm
          title={title}
          from={from}
          calendar={calendar}
          requestId={requestId}
          answer={answer}
          back={source ?? base}
          addressees={addresseeOptions(known, t, locale)}
        />
      </div>
    </>
  );
}

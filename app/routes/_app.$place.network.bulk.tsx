import {
  data as answering,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { BULK_ACTS, type BulkAct, type BulkOutcome } from "~/areas/network/lists/bulk";
import { archivePeople } from "~/areas/network/commands/archive-people.server";
import { assignCalls } from "~/areas/network/commands/assign-calls.server";
import { changeTiers } from "~/areas/network/commands/change-tiers.server";
import { takeIntoCircle } from "~/areas/network/commands/take-into-circle.server";
import { undoIntoCircle, undoTiers } from "~/areas/network/commands/undo-bulk.server";
import { BulkForm } from "~/areas/network/components/lists/bulk-form";
import { BulkResult } from "~/areas/network/components/lists/bulk-result";
import { TIERS } from "~/areas/network/choices";
import type { NetworkKey } from "~/areas/network/messages";
import { listCallers } from "~/areas/network/queries.server/assignments";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { listCandidates, type Candidate } from "~/areas/network/queries.server/many";
import { AssignCalls, MOST_AT_ONCE } from "~/areas/network/schema/people";
import {
  ArchivePeople,
  ChangeTiers,
  ChooseBulk,
  TakeIntoCircle,
  UndoBulk,
} from "~/areas/network/schema/bulk";
import type { PlacedActor } from "~/kernel/actor";
import { formOf, reading, submit, type FormResult } from "~/kernel/http.server";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const { today, locale } = args.context.scope;
  const { id } = actor.place;
  const choices = await reading(actor, async (db) => ({
    circles: await circleChoices(db, id),
    callers: await listCallers(db, id, today),
    reasons: (await offeredOf(db, actor.place, ["archive-reason"], today))["archive-reason"],
  }));
  return {
    ...choices,
    undone: new URL(args.request.url).searchParams.get("undone"),
    base: `/${id}/network`,
    today: typedJalali(today, locale),
    requestId: uuidv7(),
  };
}

/** The people ticked, with what is to be done with them: every answer shows them again. */
type Chosen = { act: BulkAct; people: Candidate[]; ticked: string[] };

async function chosenBy(actor: PlacedActor, form: FormData): Promise<Chosen> {
  const ids = form
    .getAll("personIds")
    .filter((id): id is string => typeof id === "string" && isUuid(id))
    .slice(0, MOST_AT_ONCE);
  const people = await reading(actor, (db) => listCandidates(db, actor.place.id, { personIds: ids }));
  const act = BULK_ACTS.find((one) => one === form.get("act")) ?? "circle";
  return { act, people, ticked: people.map(({ id }) => id) };
}

/** Nobody is given the call to himself: he is left out and said so. */
async function giveCalls(actor: PlacedActor, { personIds, to }: AssignCalls): Promise<BulkOutcome> {
  const others = personIds.filter((id) => to !== `person:${id}`);
  const notDone = personIds
    .filter((id) => to === `person:${id}`)
    .map((id) => ({ id, why: "himself" as const }));
  if (others.length > 0) await assignCalls(actor, { personIds: others, to });
  return { act: "call", done: new Set(others).size, notDone };
}

function act(actor: PlacedActor, request: Request, form: FormData) {
  const asked = form.get("act");
  if (asked === "tier") return submit(request, ChangeTiers, (input) => changeTiers(actor, input), form);
  if (asked === "call") return submit(request, AssignCalls, (input) => giveCalls(actor, input), form);
  if (asked === "archive")
    return submit(request, ArchivePeople, (input) => archivePeople(actor, input), form);
  return submit(request, TakeIntoCircle, (input) => takeIntoCircle(actor, input), form);
}

/** First the ticks of a list and what is to be done (`act`); `?do` does it, `?undo` takes it back. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const form = await formOf(args.request);
  const asked = new URL(args.request.url).searchParams;
  if (asked.has("undo")) {
    return submit(
      args.request,
      UndoBulk,
      async ({ act, tier, was }) => {
        const before = was.flatMap((one) => {
          const [id = "", name] = one.split(":");
          const held = TIERS.find((known) => known === name);
          return held ? [{ id, tier: held }] : [];
        });
        const ids = was.map((one) => one.slice(0, 36));
        const { count } =
          act === "tier" && tier ? await undoTiers(actor, tier, before) : await undoIntoCircle(actor, ids);
        return redirect(`/${actor.place.id}/network/bulk?undone=${count}`);
      },
      form,
    );
  }
  const answer = asked.has("do")
    ? await act(actor, args.request, form)
    : await submit(args.request, ChooseBulk, () => Promise.resolve(null), form);
  const chosen = await chosenBy(actor, form);
  if (answer === null) return { chosen };
  if ("done" in answer) return { outcome: answer, chosen };
  return answering({ ...answer.data, chosen } as FormResult & { chosen: Chosen }, answer.init ?? undefined);
}

export default function BulkPage() {
  const { circles, callers, reasons, undone, base, today, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  const chosen = answer && "chosen" in answer ? answer.chosen : undefined;
  const outcome = answer && "outcome" in answer ? answer.outcome : undefined;
  const refused = answer && "result" in answer ? answer : undefined;
  const isUndoRefused = refused !== undefined && chosen === undefined;
  const names = Object.fromEntries(chosen?.people.map(({ id, fullName }) => [id, fullName]) ?? []);
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("network.title") }}
        title={t(chosen && chosen.people.length > 0 ? `network.bulk.${chosen.act}` : "network.bulk")}
      />
      {isUndoRefused && (
        <Notice kind="brick" live title={errorText(refused.refusal?.code ?? "form.out-of-date")} />
      )}
      {undone !== null && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("network.bulk.undone", { count: Number(undone) || 0 })} />
        </div>
      )}
      {outcome ? (
        <BulkResult outcome={outcome} names={names} base={base} />
      ) : chosen && chosen.people.length > 0 ? (
        <BulkForm
          key={chosen.act}
          act={chosen.act}
          people={chosen.people}
          ticked={chosen.ticked}
          circles={circles}
          callers={callers}
          reasons={reasons}
          today={today}
          most={MOST_AT_ONCE}
          requestId={requestId}
          answer={refused}
          back={base}
        />
      ) : (
        <EmptyState
          title={t("network.bulk.empty")}
          actions={<LinkButton to={base}>{t("network.bulk.back")}</LinkButton>}
        >
          {t("network.bulk.empty.text")}
        </EmptyState>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.bulk");

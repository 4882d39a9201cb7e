import {
  data as answering,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as RemixForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { recordContacts } from "~/areas/network/commands/record-contacts.server";
import { undoContacts } from "~/areas/network/commands/undo-contacts.server";
import { ManyForm, type FoundPeople } from "~/areas/network/components/contacts/many-form";
import { PreparedText } from "~/areas/network/components/contacts/prepared-text";
import type { NetworkKey } from "~/areas/network/messages";
import { foundCandidates } from "~/areas/network/people/found-people.server";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { findBatch } from "~/areas/network/queries.server/contacts";
import { areOfCounty, listCandidates, MOST_SHOWN } from "~/areas/network/queries.server/many";
import { FindForContacts, MOST_AT_ONCE, RecordContacts, UndoContacts } from "~/areas/network/schema/people";
import type { PlacedActor } from "~/kernel/actor";
import { formOf, reading, submit, type FormResult } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { useErrorText, useT } from "~/ui/i18n";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

const TYPED = ["q", "circleId", "channel", "outcome", "happenedOn", "note", "nextOn"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const divisionId = actor.place.id;
  const recorded = url.get("recorded") ?? "";
  const circleId = isUuid(url.get("circle") ?? "") ? (url.get("circle") ?? undefined) : undefined;
  const page = await reading(actor, async (db) => ({
    circles: await circleChoices(db, divisionId),
    candidates: await listCandidates(db, divisionId, { circleId, everybody: circleId === undefined }),
    batch: isUuid(recorded) ? await findBatch(db, divisionId, recorded) : null,
  }));
  const { today, locale } = args.context.scope;
  const start: FoundPeople = {
    candidates: page.candidates,
    ticked: [],
    foundNone: false,
    typed: circleId ? { circleId } : {},
  };
  return {
    circles: page.circles,
    batch: page.batch,
    start,
    already: Number(url.get("already") ?? "0") || 0,
    undone: Number(url.get("undone") ?? "0") || 0,
    base: `/${divisionId}/network`,
    today: typedJalali(today, locale),
    most: MOST_AT_ONCE,
    mostShown: MOST_SHOWN,
    requestId: uuidv7(),
  };
}

/** A page that is old, or was tampered with, names people or a circle that are not of this county. */
async function refuseForeign(actor: PlacedActor, input: FindForContacts): Promise<null> {
  const areHere = await reading(actor, (db) => areOfCounty(db, actor.place.id, input));
  if (!areHere) throw new Refusal("invalid", "network.many.unknown-person", { field: "personIds" });
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const here = `/${actor.place.id}/network/contacts/new`;
  const form = await formOf(args.request);
  const intent = form.get("intent");
  if (intent === "undo") {
    return submit(
      args.request,
      UndoContacts,
      async ({ batchId }) => redirect(`${here}?undone=${(await undoContacts(actor, batchId)).count}`),
      form,
    );
  }
  requireRole(args, "assistant", "expert");
  const answer =
    intent === "find"
      ? await submit(args.request, FindForContacts, (input) => refuseForeign(actor, input), form)
      : await submit(
          args.request,
          RecordContacts,
          async (input) => {
            const { batchId, already } = await recordContacts(actor, input);
            return redirect(`${here}?recorded=${batchId}${already > 0 ? `&already=${already}` : ""}`);
          },
          form,
        );
  const found = await foundCandidates(actor, form, TYPED);
  if (answer === null) return { found };
  if (!("data" in answer)) return answer;
  return answering(
    { ...answer.data, found } as FormResult & { found: FoundPeople },
    answer.init ?? undefined,
  );
}

export default function ManyContactsPage() {
  const { circles, batch, start, already, undone, base, today, most, mostShown, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const errorText = useErrorText();
  const found = answer && "found" in answer ? answer.found : start;
  const refused = answer && "result" in answer ? answer : undefined;
  const undoRefused = refused && !("found" in refused) ? refused.refusal?.code : undefined;
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.many.title")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.many.intro")}</p>
      <div className="mb-4 flex max-w-160 flex-col gap-3">
        {undoRefused && <Notice kind="brick" live title={errorText(undoRefused)} />}
        {undone > 0 && !answer && <Notice live title={t("network.many.undone", { count: undone })} />}
        {batch && !answer && (
          <Notice
            kind="ink"
            icon="check"
            live
            title={t("network.many.recorded", {
              count: batch.people,
              outcome: t(`network.outcome.${batch.outcome}`),
            })}
            action={
              <RemixForm method="post" action={`${base}/contacts/new`}>
                <input type="hidden" name="intent" value="undo" />
                <input type="hidden" name="batchId" value={batch.batchId} />
                <Button size="small" icon="undo-2">
                  {t("ui.undo")}
                </Button>
              </RemixForm>
            }
          >
            {already > 0 && t("network.many.already", { count: already })}
          </Notice>
        )}
      </div>
      <ManyForm
        key={batch?.batchId ?? "first"}
        circles={circles}
        found={found}
        today={today}
        most={most}
        mostShown={mostShown}
        requestId={requestId}
        answer={refused && "found" in refused ? refused : undefined}
        back={base}
      />
      <div className="mt-6 max-w-160">
        <PreparedText start="thanks" />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.many.title");

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { announceRota, confirmRota, discardRota } from "~/areas/visits/commands/confirm-rota.server";
import { TurnTable } from "~/areas/visits/components/turn-table";
import type { VisitsKey } from "~/areas/visits/messages";
import { rotaLabel } from "~/areas/visits/rota-period";
import { getRota, listTurns } from "~/areas/visits/rota-queries.server";
import { PressVisit } from "~/areas/visits/schema";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { PressForm } from "~/ui/form/press-form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** A rota: a draft to look through and confirm, or what became of it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const id = idIn(args.params, "rota");
  const { today } = args.context.scope;
  const found = await reading(actor, async (db) => ({
    rota: await getRota(db, place.id, id),
    turns: await listTurns(db, place.id, id),
  }));
  const { rota, turns } = found;
  const waiting = turns.filter(({ visitState, onDay }) => visitState === "planned" && onDay >= today).length;
  return {
    ...found,
    waiting,
    place: place.id,
    mayEdit: rota.state === "draft" && may(actor, "edit", "VisitRota", rota),
    mayConfirm: rota.state === "draft" && may(actor, "confirm", "VisitRota", rota),
    mayAnnounce: rota.state === "confirmed" && waiting > 0 && may(actor, "announce", "Visit", rota),
    done: new URL(args.request.url).searchParams.get("done") === "announced",
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "rota");
  const form = await formOf(args.request);
  const base = `/${actor.place.id}/visits/rota`;
  const intent = form.get("intent");
  if (intent === "discard")
    return submit(
      args.request,
      z.object({}),
      async () => {
        await discardRota(actor, id);
        return redirect(base);
      },
      form,
    );
  if (intent === "announce")
    return submit(
      args.request,
      z.object({}),
      async () => {
        await announceRota(actor, id);
        return redirect(`${base}/${id}?done=announced`);
      },
      form,
    );
  return submit(
    args.request,
    PressVisit,
    async (input) => {
      await confirmRota(actor, id, input);
      return redirect(`${base}/${id}`);
    },
    form,
  );
}

export default function RotaPage() {
  const { rota, turns, waiting, place, mayEdit, mayConfirm, mayAnnounce, done, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const isDraft = rota.state === "draft";
  return (
    <>
      <PageHeader
        back={{ to: `/${place}/visits/rota`, label: t("visits.rota") }}
        title={rotaLabel(rota.period, locale)}
        state={
          <Chip tone={isDraft ? "saffron" : "teal"} icon={isDraft ? "pencil" : "check"}>
            {t(isDraft ? "visits.rota.draft" : "visits.rota.confirmed")}
          </Chip>
        }
        meta={
          <>
            <span>{t(`visits.kind.${rota.targetKind}`)}</span>
            <bdi>{rota.purpose}</bdi>
          </>
        }
        actions={<ExportButton place={place} list="visit-rota" narrowed={{ rota: rota.id }} />}
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t("visits.rota.announced")} />
        </div>
      )}
      {(mayConfirm || mayAnnounce) && (
        <div className="mb-6 rounded-card border border-line-2 bg-sheet p-4 print:hidden">
          <PressForm id="rota" answer={answer} requestId={requestId} revision={rota.revision}>
            <p className="text-second text-ink-2">
              {t(mayConfirm ? "visits.rota.confirm.note" : "visits.rota.announce.note")}
            </p>
            <div className="flex flex-wrap items-start gap-2 max-sm:*:grow">
              {mayConfirm && turns.length > 0 && (
                <SubmitButton name="intent" value="confirm" icon="check">
                  {t("visits.rota.confirm")}
                </SubmitButton>
              )}
              {mayConfirm && (
                <SubmitButton name="intent" value="discard" kind="quiet" icon="trash-2">
                  {t("visits.rota.discard")}
                </SubmitButton>
              )}
              {mayAnnounce && (
                <SubmitButton name="intent" value="announce" icon="send" mirrorIcon>
                  {t("visits.rota.announce", { count: waiting })}
                </SubmitButton>
              )}
            </div>
          </PressForm>
        </div>
      )}
      <TurnTable turns={turns} base={`/${place}`} mayEdit={mayEdit} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.rota");

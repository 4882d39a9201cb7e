import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { decideCorrection } from "~/areas/network/commands/decide-correction.server";
import { CorrectionCard } from "~/areas/network/components/member/correction-card";
import { DecideCorrection } from "~/areas/network/schema/member";
import type { NetworkKey } from "~/areas/network/messages";
import { listCorrections } from "~/areas/network/queries.server/corrections";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

const DECISIONS = ["accept", "decline"] as const;

/** What people say of themselves on their own pages, waiting for the county. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    rows: await reading(actor, (db) => listCorrections(db, actor.place.id)),
    done: DECISIONS.find((one) => one === done),
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, DecideCorrection, async (input) => {
    await decideCorrection(actor, input);
    return redirect(`/${actor.place.id}/network/corrections?done=${input.decision}`);
  });
}

export default function CorrectionsPage() {
  const { rows, done, place, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  const said = Object.values(answer?.result.error ?? {}).flatMap((texts) => texts ?? []);
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("network.title") }}
        title={t("network.corrections")}
        actions={rows.length > 0 && <ExportButton place={place} list="corrections" />}
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.corrections.lead")}</p>
      {said.map((code) => (
        <div key={code} className="mb-4 max-w-160">
          <Notice kind="brick" live title={errorText(code)} />
        </div>
      ))}
      {done && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t(`network.corrections.done.${done}`)} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("network.corrections.none")}>{t("network.corrections.none.text")}</EmptyState>
      ) : (
        <ul className="flex max-w-160 flex-col gap-3">
          {rows.map((row) => (
            <CorrectionCard key={row.id} row={row} base={base} requestId={requestId} />
          ))}
        </ul>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.corrections");

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { undoImport } from "~/areas/network/commands/undo-import.server";
import { UndoForm } from "~/areas/network/components/import/undo-form";
import type { NetworkKey } from "~/areas/network/messages";
import { stateOfImport } from "~/areas/network/people-import/states";
import { mayBeUndoneUntil, UNDO_IMPORT_DAYS } from "~/areas/network/people-import/undo";
import { forecastUndo } from "~/areas/network/queries.server/import-undo";
import { getImport } from "~/areas/network/queries.server/imports";
import { UndoImport } from "~/areas/network/schema/import";
import { may } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  const shown = await reading(actor, async (db) => {
    const list = await getImport(db, actor.place.id, id);
    const isHis = may(actor, "undo", "PeopleImport", list);
    const isInTime = mayBeUndoneUntil({ ...list, state: stateOfImport(list, now()) }, now()) !== null;
    return {
      list,
      isHis,
      forecast: isHis && isInTime ? await forecastUndo(db, actor.place.id, id) : null,
    };
  });
  const here = `/${actor.place.id}/network/import/${id}`;
  if (shown.list.state === "undoing" || shown.list.state === "undone") throw redirect(here);
  return { ...shown, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  return submit(args.request, UndoImport, async (input) => {
    await undoImport(actor, id, input);
    return redirect(`/${actor.place.id}/network/import/${id}`);
  });
}

export default function UndoImportPage() {
  const { list, isHis, forecast, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader title={t("network.undo.title")} back={{ to: here, label: <bdi>{list.fileName}</bdi> }} />
      {forecast ? (
        <UndoForm list={list} forecast={forecast} requestId={requestId} answer={answer} here={here} />
      ) : (
        <div className="flex max-w-160 flex-col gap-5">
          <Notice>
            <p>
              {isHis
                ? t("network.undo.too-late", { days: UNDO_IMPORT_DAYS })
                : t("network.undo.of-another", { name: list.createdByName })}
            </p>
            <p>{t("network.undo.one-by-one")}</p>
          </Notice>
          <div>
            <LinkButton to={here}>{t("network.undo.to-list")}</LinkButton>
          </div>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.undo.title");

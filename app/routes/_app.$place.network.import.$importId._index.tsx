import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { decideRows } from "~/areas/network/commands/decide-rows.server";
import { mapImportColumns } from "~/areas/network/commands/map-import-columns.server";
import { resumeImport } from "~/areas/network/commands/resume-import.server";
import { resumeUndo } from "~/areas/network/commands/resume-undo.server";
import { startImport } from "~/areas/network/commands/start-import.server";
import { ColumnsForm } from "~/areas/network/components/import/columns-form";
import { ImportSteps } from "~/areas/network/components/import/import-steps";
import { KeptUntil } from "~/areas/network/components/import/kept-until";
import { ImportPreview } from "~/areas/network/components/import/preview";
import { ImportDone, ImportRunning } from "~/areas/network/components/import/running";
import { ImportStopped } from "~/areas/network/components/import/stopped";
import { LikelyRows } from "~/areas/network/components/import/likely-rows";
import { UndoOffer } from "~/areas/network/components/import/undo-offer";
import { ImportUndoing, ImportUndone } from "~/areas/network/components/import/undone";
import { DecideRows, MapColumns, StartImport } from "~/areas/network/schema/import";
import type { NetworkKey } from "~/areas/network/messages";
import { countLikelyRows, listLikelyRows } from "~/areas/network/queries.server/likely-rows";
import { listStaying } from "~/areas/network/queries.server/import-undo";
import { getImport } from "~/areas/network/queries.server/imports";
import { hasUndoStopped, stateOfImport } from "~/areas/network/people-import/states";
import { mayBeUndoneUntil } from "~/areas/network/people-import/undo";
import { may } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  const url = new URL(args.request.url).searchParams;
  const cursor = url.get("likely");
  const shown = await reading(actor, async (db) => ({
    list: await getImport(db, actor.place.id, id),
    staying: await listStaying(db, actor.place.id, id),
    likely: {
      rows: await listLikelyRows(db, actor.place.id, id, cursor),
      counts: await countLikelyRows(db, actor.place.id, id),
      isLater: cursor !== null,
    },
  }));
  const { list } = shown;
  const base = `/${actor.place.id}/network`;
  const again = list.state === "checked" && url.has("columns");
  const state = stateOfImport(list, now());
  const undoUntil = may(actor, "undo", "PeopleImport", list)
    ? mayBeUndoneUntil({ ...list, state }, now())
    : null;
  return {
    ...shown,
    undoUntil,
    isUndoStopped: hasUndoStopped(list, now()),
    step: again ? ("columns" as const) : state,
    base,
    here: `${base}/import/${id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "importId");
  const here = `/${actor.place.id}/network/import/${id}`;
  const form = await formOf(args.request);
  switch (form.get("do")) {
    case "map":
      return submit(
        args.request,
        MapColumns,
        async (input) => {
          await mapImportColumns(actor, id, input);
          return redirect(here);
        },
        form,
      );
    case "decide":
      return submit(
        args.request,
        DecideRows,
        async (input) => {
          await decideRows(actor, id, input);
          return redirect(`${here}${new URL(args.request.url).search}`);
        },
        form,
      );
    case "start":
      return submit(
        args.request,
        StartImport,
        async (input) => {
          await startImport(actor, id, input);
          return redirect(here);
        },
        form,
      );
    case "resume":
      return submit(
        args.request,
        StartImport,
        async (input) => {
          await resumeImport(actor, id, input);
          return redirect(here);
        },
        form,
      );
    case "resume-undo":
      return submit(
        args.request,
        StartImport,
        async (input) => {
          await resumeUndo(actor, id, input);
          return redirect(here);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function OneImportPage() {
  const { list, likely, staying, step, undoUntil, isUndoStopped, base, here, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader
        title={<bdi>{list.fileName}</bdi>}
        back={{ to: `${base}/import`, label: t("network.import.title") }}
        meta={<span>{t("network.import.rows", { count: list.rowsTotal })}</span>}
        aside={
          step !== "undoing" &&
          step !== "undone" && <ImportSteps now={step === "failed" || step === "stuck" ? "running" : step} />
        }
      />
      {step === "columns" && <ColumnsForm list={list} requestId={requestId} answer={answer} />}
      {step === "checked" && list.preview && (
        <ImportPreview
          list={list}
          preview={list.preview}
          said={likely.counts}
          likely={
            likely.counts.all > 0 && (
              <LikelyRows {...likely} requestId={requestId} answer={answer} here={here} base={base} />
            )
          }
          requestId={requestId}
          answer={answer}
          here={here}
        />
      )}
      {(step === "failed" || step === "stuck") && (
        <ImportStopped
          list={list}
          isStuck={step === "stuck"}
          requestId={requestId}
          answer={answer}
          here={here}
        />
      )}
      {(step === "columns" || step === "checked") && list.fileKeptUntil && (
        <p className="mt-6 text-meta text-ink-3">
          <KeptUntil word="network.import.waits-until" until={list.fileKeptUntil} />
        </p>
      )}
      {step === "running" && <ImportRunning list={list} here={here} />}
      {step === "done" && <ImportDone list={list} here={here} base={base} />}
      {undoUntil && <UndoOffer here={here} until={undoUntil} />}
      {step === "undoing" && (
        <ImportUndoing
          list={list}
          isStopped={isUndoStopped}
          requestId={requestId}
          answer={answer}
          here={here}
        />
      )}
      {step === "undone" && <ImportUndone list={list} staying={staying} here={here} base={base} />}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.import.title");

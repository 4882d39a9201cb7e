import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOfficerToAct } from "~/actor.server";
import { SHEET_KINDS } from "~/areas/exports/choices";
import { takeExport } from "~/areas/exports/commands/take-export.server";
import { ExportForm } from "~/areas/exports/components/export-form";
import type { ExportsKey } from "~/areas/exports/messages";
import { TakeExport } from "~/areas/exports/schema";
import { submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { deskExport } from "~/office-exports.server";
import { pageTitle } from "~/page-title";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** An office's in-tray on its way into a file, narrowed as it was on the desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { list, desk, today, say, base } = await deskExport(args);
  const narrowed = list.narrowed(new URL(args.request.url).searchParams);
  const asked = new URLSearchParams(narrowed);
  return {
    title: say.t(list.title),
    told: list.told(asked, { ...desk, today }, say).join(" · "),
    place: say.named(desk.place),
    back: asked.size > 0 ? `${base}?${asked}` : base,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  requireOfficerToAct(args);
  const { actor, list, desk, say, post, base } = await deskExport(args);
  const asked = new URLSearchParams(list.narrowed(new URL(args.request.url).searchParams));
  return submit(args.request, TakeExport, async (input) => {
    const { id } = await takeExport(actor, { list, desk, asked, say, post }, input);
    return redirect(`${base}/exports/${id}`);
  });
}

export default function NewDeskExport() {
  const { title, told, place, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ExportsKey>();
  return (
    <>
      <PageHeader back={{ to: back, label: title }} title={t("exports.new", { list: title })} />
      <div className="flex max-w-160 flex-col gap-6">
        <Facts facts={[{ label: t("exports.narrowed"), value: told }]} />
        <p className="text-second text-ink-2">{t("exports.of-office", { place })}</p>
        <ExportForm
          isPersonal={false}
          isForm={false}
          formats={SHEET_KINDS}
          requestId={requestId}
          answer={answer}
          back={back}
        />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ExportsKey>(matches, "exports.new", { list: data?.title ?? "" });

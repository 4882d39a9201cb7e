import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { takeExport } from "~/areas/exports/commands/take-export.server";
import { ExportForm } from "~/areas/exports/components/export-form";
import type { ExportsKey } from "~/areas/exports/messages";
import { TakeExport } from "~/areas/exports/schema";
import { exportedListOf, sayIn } from "~/exported-lists.server";
import { reading, submit } from "~/kernel/http.server";
import { pageOfList } from "~/kernel/sheets/exported-list";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** A list on its way into a file; what narrows it stands in the address, as on the list's own page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const list = exportedListOf(actor, args.params.list);
  const { locale, ownWords, today } = args.context.scope;
  const say = sayIn(locale, ownWords);
  const asked = new URLSearchParams(list.narrowed(new URL(args.request.url).searchParams));
  const at = { place: actor.place, today };
  const dressing = await reading(actor, (db) => list.dressed(db, at, asked, say));
  return {
    title: dressing?.title ?? say.t(list.title),
    told: list.told(asked, at, say),
    isPersonal: list.isPersonal,
    isForm: dressing?.isForm === true,
    back: `/${actor.place.id}${pageOfList(list, asked)}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const list = exportedListOf(actor, args.params.list);
  const { locale, ownWords, power } = args.context.scope;
  const say = sayIn(locale, ownWords);
  const post = power ? say.named({ nameFa: power.titleFa, nameEn: power.titleEn }) : "";
  const asked = new URLSearchParams(list.narrowed(new URL(args.request.url).searchParams));
  return submit(args.request, TakeExport, async (input) => {
    const { id } = await takeExport(actor, { list, asked, say, post }, input);
    return redirect(`/${actor.place.id}/exports/${id}`);
  });
}

export default function NewExportPage() {
  const { title, told, isPersonal, isForm, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ExportsKey>();
  return (
    <>
      <PageHeader back={{ to: back, label: title }} title={t("exports.new", { list: title })} />
      <div className="flex max-w-160 flex-col gap-6">
        <Facts
          facts={[
            {
              label: t("exports.narrowed"),
              value: told.length > 0 ? told.join(" · ") : t("exports.everything"),
            },
          ]}
        />
        <ExportForm
          isPersonal={isPersonal}
          isForm={isForm}
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

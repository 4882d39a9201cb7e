import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { listEntries } from "~/areas/catalogues/queries.server";
import { editTie } from "~/areas/network/commands/edit-tie.server";
import { TiePeriodForm } from "~/areas/network/components/circles/tie-form";
import { useTieWords } from "~/areas/network/components/circles/ties";
import type { NetworkKey } from "~/areas/network/messages";
import { getTie, type TieDetails } from "~/areas/network/queries.server/ties";
import { EditTie } from "~/areas/network/schema/ties";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The page of an end that has one: of the first, which always does. */
const pageOf = (place: number, { one }: Pick<TieDetails, "one">) =>
  `/${place}/network/${one.kind === "person" ? "people" : "circles"}/${one.id}`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const tieId = idIn(args.params, "tieId");
  const page = await reading(actor, async (db) => {
    const tie = await getTie(db, actor.place.id, tieId);
    return { tie, entries: await listEntries(db, actor.place, [tie.kind]) };
  });
  return { ...page, back: pageOf(actor.place.id, page.tie), requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const tieId = idIn(args.params, "tieId");
  return submit(args.request, EditTie, async (input) => {
    await editTie(actor, tieId, input);
    const tie = await reading(actor, (db) => getTie(db, actor.place.id, tieId));
    return redirect(pageOf(actor.place.id, tie));
  });
}

export default function EditTiePage() {
  const { tie, entries, back, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const words = useTieWords(entries);
  const shownDay = (iso: string | null) =>
    iso ? typedJalali(iso as typeof tie.fromOn & string, locale) : "";
  return (
    <>
      <PageHeader
        back={{ to: back, label: tie.one[locale] }}
        title={t("network.tie.edit")}
        meta={
          <span>
            <bdi>{tie.one[locale]}</bdi> · {words({ ...tie, type: tie.type, back: false })} ·{" "}
            <bdi>{tie.other[locale]}</bdi>
          </span>
        }
      />
      <TiePeriodForm
        start={{ fromOn: shownDay(tie.fromOn), toOn: shownDay(tie.toOn), note: tie.note ?? "" }}
        revision={tie.revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={back}
        shownDay={shownDay}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.tie.edit");

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { savePeopleList } from "~/areas/network/commands/save-people-list.server";
import { ListForm } from "~/areas/network/components/lists/list-form";
import { conditionIn, conditionParams } from "~/areas/network/lists/condition";
import { conditionWords } from "~/areas/network/lists/condition-words";
import type { NetworkKey } from "~/areas/network/messages";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { SavePeopleList } from "~/areas/network/schema/people";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Keeps the condition in the address under a name. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const condition = conditionIn(new URL(args.request.url).searchParams);
  const asked = new URLSearchParams(conditionParams(condition));
  const circles = condition.circle ? await reading(actor, (db) => circleChoices(db, actor.place.id)) : [];
  return {
    condition,
    circles: circles.filter(({ id }) => id === condition.circle),
    back: `/${actor.place.id}/network${asked.size > 0 ? `?${asked}` : ""}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const condition = conditionIn(new URL(args.request.url).searchParams);
  return submit(args.request, SavePeopleList, async (input) => {
    const { id } = await savePeopleList(actor, condition, input);
    return redirect(`/${actor.place.id}/network?list=${id}`);
  });
}

export default function NewListPage() {
  const { condition, circles, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const words = conditionWords(condition, t, locale, circles).map(({ text }) => text);
  return (
    <>
      <PageHeader back={{ to: back, label: t("network.title") }} title={t("network.lists.new")} />
      <div className="flex max-w-160 flex-col gap-6">
        <Facts
          facts={[
            {
              label: t("network.lists.holds"),
              value: words.length > 0 ? words.join(" · ") : t("network.lists.everybody"),
            },
          ]}
        />
        <p className="text-second text-ink-3">{t("network.lists.live")}</p>
        <ListForm mayKeepToHimself requestId={requestId} answer={answer} back={back} />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.lists.new");

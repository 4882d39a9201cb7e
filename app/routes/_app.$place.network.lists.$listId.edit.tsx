import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { ownerKeys } from "~/kernel/actor";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { editPeopleList } from "~/areas/network/commands/edit-people-list.server";
import { keepPeopleList } from "~/areas/network/commands/keep-people-list.server";
import { ListForm } from "~/areas/network/components/lists/list-form";
import { conditionWords } from "~/areas/network/lists/condition-words";
import type { NetworkKey } from "~/areas/network/messages";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { getPeopleList } from "~/areas/network/queries.server/lists";
import { EditPeopleList, KeepPeopleList } from "~/areas/network/schema/people";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "listId");
  const { list, circles } = await reading(actor, async (db) => ({
    list: await getPeopleList(db, actor.place.id, id, ownerKeys(actor)),
    circles: await circleChoices(db, actor.place.id),
  }));
  return {
    list,
    circles: circles.filter((circle) => circle.id === list.condition.circle),
    isMine: list.isOwn,
    back: `/${actor.place.id}/network?list=${id}`,
    requestId: uuidv7(),
  };
}

/** Edits the list; `intent` takes it away or brings it back. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "listId");
  const form = await formOf(args.request);
  const base = `/${actor.place.id}/network`;
  if (form.has("intent")) {
    const keep = async ({ intent }: { intent: "remove" | "restore" }) => {
      await keepPeopleList(actor, id, intent);
      return redirect(intent === "remove" ? `${base}?removed=${id}` : `${base}?list=${id}`);
    };
    return submit(args.request, KeepPeopleList, keep, form);
  }
  const edit = async (input: EditPeopleList) => {
    await editPeopleList(actor, id, input);
    return redirect(`${base}?list=${id}`);
  };
  return submit(args.request, EditPeopleList, edit, form);
}

export default function EditListPage() {
  const { list, circles, isMine, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const words = conditionWords(list.condition, t, locale, circles).map(({ text }) => text);
  return (
    <>
      <PageHeader
        back={{ to: back, label: list.name }}
        title={t("network.lists.edit")}
        meta={isMine ? undefined : <span>{t("network.lists.by", { name: list.createdByName })}</span>}
        actions={
          <Form method="post">
            <input type="hidden" name="requestId" value={requestId} />
            <Button name="intent" value="remove" kind="danger-outline" icon="trash-2">
              {t("network.lists.remove")}
            </Button>
          </Form>
        }
      />
      <div className="flex max-w-160 flex-col gap-6">
        <Facts
          facts={[
            {
              label: t("network.lists.holds"),
              value: words.length > 0 ? words.join(" · ") : t("network.lists.everybody"),
            },
          ]}
        />
        <ListForm list={list} mayKeepToHimself={isMine} requestId={requestId} answer={answer} back={back} />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.lists.edit");

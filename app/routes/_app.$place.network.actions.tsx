import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { takeAction } from "~/areas/network/commands/take-action.server";
import { OpenActionCard } from "~/areas/network/components/contacts/open-action";
import type { NetworkKey } from "~/areas/network/messages";
import { listOpenActions } from "~/areas/network/queries.server/open-actions";
import { TakeAction } from "~/areas/network/schema/people";
import { idFrom, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** Cards with a form each: a page of them is shorter than one of a list. */
const SHOWN = 20;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const after = url.get("after");
  return {
    page: await reading(actor, (db) => listOpenActions(db, actor.place.id, after, SHOWN)),
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    today: args.context.scope.today,
    isLater: after !== null,
    isTaken: url.has("taken"),
    requestId: uuidv7(),
  };
}

/** Closes the action that the address names (`?contact`). */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const contactId = idFrom(new URL(args.request.url).searchParams.get("contact"));
  return submit(args.request, TakeAction, async (input) => {
    await takeAction(actor, contactId, input);
    return redirect(`/${actor.place.id}/network/actions?taken`);
  });
}

export default function OpenActionsPage() {
  const { page, place, base, today, isLater, isTaken, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  const about = useSearchParams()[0].get("contact");
  const isGone = answer && !page.rows.some(({ id }) => id === about);
  const here = `${base}/actions`;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("network.title") }}
        title={t("network.actions")}
        actions={<ExportButton place={place} list="actions" />}
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.actions.intro")}</p>
      {isTaken && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("network.action.taken")} />
        </div>
      )}
      {isGone && answer.refusal && (
        <div className="mb-4 max-w-160">
          <Notice kind="brick" live title={errorText(answer.refusal.code)} />
        </div>
      )}
      {page.rows.length === 0 ? (
        <EmptyState
          title={t("network.actions.empty.title")}
          actions={<LinkButton to={base}>{t("network.title")}</LinkButton>}
        >
          {t("network.actions.empty.text")}
        </EmptyState>
      ) : (
        <div className="flex max-w-160 flex-col gap-4">
          {page.rows.map((open) => (
            <OpenActionCard
              key={open.id}
              open={open}
              base={base}
              today={today}
              requestId={requestId}
              answer={about === open.id ? answer : undefined}
            />
          ))}
        </div>
      )}
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={page.next ? `${here}?${new URLSearchParams({ after: page.next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.actions");

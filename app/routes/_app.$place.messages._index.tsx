import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { countStuck, listMessages } from "~/areas/notifications/centre.server";
import { sendAllAgain } from "~/areas/notifications/commands/send-all-again.server";
import { countResendable } from "~/areas/notifications/unreached.server";
import { CHANNELS, TOPICS } from "~/areas/notifications/choices";
import { WhyFilter } from "~/areas/notifications/components/why-filter";
import { MessageTable } from "~/areas/notifications/components/message-table";
import { STATES } from "~/areas/notifications/lifecycle";
import type { NotificationKey } from "~/areas/notifications/messages";
import { MessageFilter, SendAllAgain } from "~/areas/notifications/schema";
import { authorize, may } from "~/kernel/authorize";
import { env } from "~/kernel/env.server";
import { now } from "~/kernel/clock.server";
import { answering, formOf, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** What went out of the place, and what did not; state, channel and topic stand in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const asked = new URL(args.request.url).searchParams;
  const filter = MessageFilter.parse(Object.fromEntries(asked));
  const mayMend = may(actor, "mend", "Message");
  const again = Number(asked.get("again"));
  const { page, stuck, resendable } = await reading(actor, async (db) => {
    authorize(actor, "read", "Message");
    return {
      page: await listMessages(db, actor.place.id, filter),
      stuck: await countStuck(db, actor.place.id),
      resendable: mayMend ? await countResendable(db, actor.place.id, null, now()) : 0,
    };
  });
  return {
    page,
    stuck,
    resendable,
    again: Number.isSafeInteger(again) && again > 0 ? again : 0,
    filter,
    place: actor.place.id,
    isSample: env().SAMPLE === "1",
    mayTake: may(actor, "take-personal", "Export"),
  };
}

/** What did not arrive is sent again in one press: all of the place, or what was meant for one member or office. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const asked = SendAllAgain.safeParse(Object.fromEntries(await formOf(args.request)));
  // A press that names nobody sends nothing.
  if (!asked.success) return redirect(`/${actor.place.id}/messages`);
  const { count } = await answering(() => sendAllAgain(actor, asked.data));
  return redirect(`/${actor.place.id}/messages?again=${count}`);
}

export default function MessagesPage() {
  const { page, stuck, resendable, again, filter, place, isSample, mayTake } = useLoaderData<typeof loader>();
  const t = useT<NotificationKey>();
  const base = `/${place}/messages`;
  const { after, ...shown } = filter;
  const address = (given: Record<string, string | undefined>) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
    return search.size > 0 ? `${base}?${search}` : base;
  };
  const isFiltered = Object.values(shown).some(Boolean);
  return (
    <>
      <PageHeader
        title={t("notifications.centre")}
        actions={
          <>
            {mayTake && <ExportButton place={place} list="messages" narrowed={shown} />}
            <LinkButton to={`${base}/hours`} icon="clock">
              {t("notifications.quiet")}
            </LinkButton>
            {isSample && (
              <LinkButton to={`${base}/sample`} icon="flask-conical">
                {t("notifications.sampled")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="mb-4 flex flex-col gap-3 empty:hidden">
        {again > 0 && <Notice live title={t("notifications.centre.again.done", { count: again })} />}
        {stuck.off.map((channel) => (
          <Notice
            key={channel}
            kind="saffron"
            title={t("notifications.centre.off", { channel: t(`notifications.channel.${channel}`) })}
          >
            {t("notifications.centre.off.text")}
          </Notice>
        ))}
        {resendable > 0 && (
          <Notice
            kind="saffron"
            title={t("notifications.centre.again.all", { count: resendable })}
            action={
              <Form method="post">
                <input type="hidden" name="kind" value="all" />
                <Button size="small">{t("notifications.unreached.do")}</Button>
              </Form>
            }
          >
            {t("notifications.centre.again.text")}
          </Notice>
        )}
        {stuck.dead > 0 && !shown.state && (
          <Notice
            kind="saffron"
            title={t("notifications.centre.dead", { count: stuck.dead })}
            action={
              <LinkButton to={address({ state: "dead" })} size="small">
                {t("notifications.centre.dead.see")}
              </LinkButton>
            }
          />
        )}
      </div>
      <FilterChips
        label={t("notifications.centre.state")}
        chips={[
          {
            to: address({ ...shown, state: undefined }),
            label: t("notifications.centre.all"),
            active: !shown.state,
          },
          ...STATES.map((state) => ({
            to: address({ ...shown, state }),
            label: t(`notifications.state.${state}`),
            active: shown.state === state,
          })),
        ]}
      />
      <FilterChips
        label={t("notifications.centre.channel")}
        chips={CHANNELS.map((channel) => ({
          to: address({ ...shown, channel: shown.channel === channel ? undefined : channel }),
          label: t(`notifications.channel.${channel}`),
          active: shown.channel === channel,
          removable: shown.channel === channel,
        }))}
      />
      <FilterChips
        label={t("notifications.centre.topic")}
        chips={TOPICS.map((topic) => ({
          to: address({ ...shown, topic: shown.topic === topic ? undefined : topic }),
          label: t(`notifications.topic.${topic}`),
          active: shown.topic === topic,
          removable: shown.topic === topic,
        }))}
      />
      <WhyFilter base={base} shown={shown} />
      <MessageTable
        rows={page.rows}
        base={base}
        empty={
          <EmptyState title={t("notifications.centre.empty.title")} filtered={isFiltered}>
            {t("notifications.centre.empty.text")}
          </EmptyState>
        }
      />
      {(page.next || after) && (
        <Pager
          previous={after ? address(shown) : undefined}
          next={page.next ? address({ ...shown, after: page.next }) : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.centre");

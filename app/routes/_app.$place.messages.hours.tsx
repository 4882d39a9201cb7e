import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { URGENT } from "~/areas/notifications/choices";
import { changeQuietHours, followHoursAbove } from "~/areas/notifications/commands/change-quiet-hours.server";
import { FollowAbove } from "~/areas/notifications/components/follow-above";
import { QuietHoursForm } from "~/areas/notifications/components/quiet-hours-form";
import { QuietHoursText } from "~/areas/notifications/components/quiet-hours-text";
import { quietHoursEach } from "~/areas/notifications/hours.server";
import type { NotificationKey } from "~/areas/notifications/messages";
import { ChangeQuietHours, FollowHoursAbove } from "~/areas/notifications/schema";
import { authorize, may } from "~/kernel/authorize";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** Between which hours what is not urgent waits in the place, and who may say so. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const held = await reading(actor, (db) => {
    authorize(actor, "read", "Message");
    return quietHoursEach(db, actor.place, args.context.scope.today);
  });
  return {
    held,
    place: actor.place.id,
    isBelow: actor.place.level !== "nation",
    mayKeep: may(actor, "keep", "QuietHours"),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  const done = async (work: Promise<unknown>) => {
    await work;
    return redirect(`/${actor.place.id}/messages/hours?saved`);
  };
  return form.get("do") === "as-above"
    ? submit(args.request, FollowHoursAbove, (input) => done(followHoursAbove(actor, input)), form)
    : submit(args.request, ChangeQuietHours, (input) => done(changeQuietHours(actor, input)), form);
}

export default function QuietHoursPage() {
  const { held, place, isBelow, mayKeep, isSaved, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NotificationKey>();
  const typed = answer?.result.initialValue?.channel;
  // What names neither channel is answered in the first form, with its words.
  const answered = held.find(({ channel }) => channel === typed) ?? held[0];
  return (
    <>
      <PageHeader
        back={{ to: `/${place}/messages`, label: t("notifications.centre") }}
        title={t("notifications.quiet")}
      />
      <div className="max-w-160">
        <p className="mb-4 text-second text-ink-2">{t("notifications.quiet.lead")}</p>
        {isSaved && !answer && (
          <div className="mb-4">
            <Notice live title={t("notifications.quiet.saved")} />
          </div>
        )}
        {held.map((one) => (
          <Section key={one.channel} title={t(`notifications.channel.${one.channel}`)}>
            <QuietHoursText held={one} place={place} />
            {mayKeep && (
              <QuietHoursForm
                key={`${one.channel} ${one.revision}`}
                held={one}
                requestId={`${requestId.slice(0, -1)}${one.channel === "sms" ? "1" : "2"}`}
                answer={one === answered ? answer : undefined}
              />
            )}
            {mayKeep && isBelow && one.setIn === place && (
              <FollowAbove
                held={one}
                requestId={`${requestId.slice(0, -1)}${one.channel === "sms" ? "3" : "4"}`}
              />
            )}
          </Section>
        ))}
        <Section title={t("notifications.quiet.urgent")}>
          <p className="mb-2 text-second text-ink-2">{t("notifications.quiet.urgent.text")}</p>
          <ul className="ms-5 list-disc text-second">
            {URGENT.map((kind) => (
              <li key={kind}>{t(`notifications.urgent.${kind}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("notifications.quiet.gathered")}>
          <p className="text-second text-ink-2">
            {t("notifications.quiet.gathered.text")}{" "}
            <Link to="/wishes" className="text-teal underline">
              {t("notifications.wishes")}
            </Link>
          </p>
        </Section>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.quiet");

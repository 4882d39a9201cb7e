import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { changeMembership } from "~/areas/network/commands/change-membership.server";
import { MembershipForm } from "~/areas/network/components/circles/membership-form";
import type { NetworkKey } from "~/areas/network/messages";
import { getMembership } from "~/areas/network/queries.server/circles";
import { ChangeMembership } from "~/areas/network/schema/ties";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const membershipId = idIn(args.params, "membershipId");
  const { today, locale } = args.context.scope;
  const membership = await reading(actor, (db) => getMembership(db, actor.place.id, membershipId));
  return {
    membership,
    here: `/${actor.place.id}/network/circles/${membership.circleId}`,
    today: typedJalali(today, locale),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const membershipId = idIn(args.params, "membershipId");
  return submit(args.request, ChangeMembership, async (input) => {
    const { circleId } = await changeMembership(actor, membershipId, input);
    return redirect(`/${actor.place.id}/network/circles/${circleId}`);
  });
}

export default function MembershipPage() {
  const { membership, here, today, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader
        back={{ to: here, label: membership.circleName }}
        title={t("network.membership.change-of", { name: membership.fullName })}
        meta={
          <span>
            {t(`network.circle.role.${membership.role}`)} · <DateText iso={membership.fromOn} />
          </span>
        }
      />
      <MembershipForm
        role={membership.role}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.membership.change");

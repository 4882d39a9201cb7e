import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor, requireRole } from "~/actor.server";
import { acceptRelocation } from "~/areas/network/commands/relocation/accept-relocation.server";
import { declineRelocation } from "~/areas/network/commands/relocation/decline-relocation.server";
import { withdrawRelocation } from "~/areas/network/commands/relocation/withdraw-relocation.server";
import {
  AcceptRelocationForm,
  DeclineRelocationForm,
  WithdrawRelocationForm,
} from "~/areas/network/components/relocation/decide";
import { RelocationChip } from "~/areas/network/components/relocation/relocation-chip";
import { RelocationFacts } from "~/areas/network/components/relocation/relocation-facts";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { getRelocation } from "~/areas/network/queries.server/relocations";
import { isOpen } from "~/areas/network/relocation/lifecycle";
import { AcceptRelocation, DeclineRelocation } from "~/areas/network/schema/relocation";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { RefusedPress } from "~/ui/form/kept-words";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Sheet } from "~/ui/sheet";

const DONE = ["declined", "withdrawn"] as const;

/** One offer, as the end that reads it may turn it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const id = idIn(args.params, "relocation");
  const url = new URL(args.request.url).searchParams;
  const page = await reading(actor, async (db) => ({
    row: await getRelocation(db, actor.place.id, id, args.context.scope.today),
    cadence: await cadenceOf(db, actor.place),
  }));
  return {
    ...page,
    isNew: url.has("offered"),
    done: DONE.find((one) => one === url.get("done")),
    mayTurn: may(actor, page.row.side === "in" ? "decide" : "offer", "Relocation"),
    mayMend: page.row.side === "in" && may(actor, "edit", "Person"),
    base: `/${actor.place.id}/network`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "relocation");
  const form = await formOf(args.request);
  const { request } = args;
  const base = `/${actor.place.id}/network`;
  const intent = String(form.get("intent"));
  switch (intent) {
    case "withdraw":
      return submit(
        request,
        z.object({}),
        async () => {
          await withdrawRelocation(actor, id);
          return redirect(`${base}/relocations/${id}?done=withdrawn`);
        },
        form,
      );
    case "decline":
      return submit(
        request,
        DeclineRelocation,
        async (input) => {
          await declineRelocation(actor, id, input);
          return redirect(`${base}/relocations/${id}?done=declined`);
        },
        form,
      );
    default:
      return submit(
        request,
        AcceptRelocation,
        async ({ tier }) => {
          const joins = intent === "join";
          const { personId } = await acceptRelocation(actor, id, { tier, joins });
          return redirect(`${base}/people/${personId}?${joins ? "added" : "registered"}`);
        },
        form,
      );
  }
}

export default function RelocationPage() {
  const { row, cadence, isNew, done, mayTurn, mayMend, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const said = answer?.result.initialValue?.intent;
  const to = locale === "fa" ? row.toFa : row.toEn;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/relocations?side=${row.side}`, label: t("network.relocations") }}
        title={row.fullName ?? t("network.relocation")}
        state={<RelocationChip state={row.state} side={row.side} />}
      />
      {done && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t(`network.relocation.done.${done}`)} />
        </div>
      )}
      <RefusedPress answer={isOpen(row.state) ? undefined : answer} />
      {isNew && row.state === "offered" && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("network.relocation.offered")} />
        </div>
      )}
      <Columns
        side={
          <Sheet as="section">
            <h2 className="mb-3 text-item">{t("network.person.facts")}</h2>
            <RelocationFacts row={row} base={base} mayMend={mayMend} />
          </Sheet>
        }
      >
        {isOpen(row.state) && (
          <div className="flex max-w-160 flex-col gap-4">
            {row.side === "out" && (
              <p className="text-body">
                {row.state === "offered"
                  ? t("network.relocation.waits-for-person")
                  : t("network.relocation.waits-for-county", { name: to })}
              </p>
            )}
            <p className="text-second text-ink-2">
              {t("network.relocation.until", { day: formatJalali(row.expiresOn, locale, "long") })}
            </p>
            {mayTurn && row.side === "out" && (
              <>
                {row.state === "offered" && (
                  <p>
                    <LinkButton
                      kind="primary"
                      to={`${base}/people/${row.personId}/own-page`}
                      icon="key-round"
                    >
                      {t("network.me.link")}
                    </LinkButton>
                  </p>
                )}
                <WithdrawRelocationForm
                  requestId={requestId}
                  answer={said === "withdraw" ? answer : undefined}
                />
              </>
            )}
            {mayTurn && row.side === "in" && (
              <>
                <AcceptRelocationForm
                  requestId={requestId}
                  answer={said === "accept" || said === "join" ? answer : undefined}
                  cadence={cadence}
                  base={base}
                />
                <DeclineRelocationForm
                  requestId={requestId}
                  answer={said === "decline" ? answer : undefined}
                />
              </>
            )}
          </div>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.relocation");

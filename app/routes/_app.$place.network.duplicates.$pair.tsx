import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor, requireRole } from "~/actor.server";
import { keepApart } from "~/areas/network/commands/keep-apart.server";
import { mergePeople } from "~/areas/network/commands/merge-people.server";
import { MergeForm } from "~/areas/network/components/duplicates/merge-form";
import { TwinReasons } from "~/areas/network/components/duplicates/twin-reasons";
import type { NetworkKey } from "~/areas/network/messages";
import { capacityKey, SIDES } from "~/areas/network/choices";
import { findPair } from "~/areas/network/queries.server/pairs";
import { MergePeople } from "~/areas/network/schema/twins";
import { formOf, idIn, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Sheet } from "~/ui/sheet";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "pair");
  const pair = await reading(actor, (db) => findPair(db, actor.place.id, id));
  if (!pair) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return { pair, base: `/${actor.place.id}/network`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "pair");
  const form = await formOf(args.request);
  const back = () => redirect(`/${actor.place.id}/network/duplicates`);
  if (form.get("act") === "apart")
    return submit(args.request, z.object({}), () => keepApart(actor, id).then(back), form);
  return submit(args.request, MergePeople, (input) => mergePeople(actor, id, input).then(back), form);
}

export default function PairPage() {
  const { pair, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: `${base}/duplicates`, label: t("network.duplicates") }}
        title={t("network.duplicates.title")}
        meta={<TwinReasons reasons={pair.reasons} />}
        actions={
          <Form method="post">
            <input type="hidden" name="requestId" value={requestId} />
            <Button name="act" value="apart">
              {t("network.duplicates.apart")}
            </Button>
          </Form>
        }
      />
      <div className="mb-5 grid gap-4 sm:grid-cols-2">
        {SIDES.map((side) => {
          const record = pair[side];
          return (
            <Sheet key={side}>
              <p className="text-meta text-ink-3">{t(`network.duplicates.${side}`)}</p>
              <Link
                to={`${base}/people/${record.id}`}
                className="inline-flex min-h-9 items-center text-body font-semibold text-teal underline underline-offset-4"
              >
                {record.fullName}
              </Link>
              <Facts
                facts={[
                  { label: t("network.filter.state"), value: t(`network.state.${record.state}`) },
                  {
                    label: t("network.person.no-contact"),
                    value: record.noContact ? t("network.person.no-contact.yes") : null,
                  },
                  {
                    label: t("network.person.national-code"),
                    value: record.nationalCode && <Code>{record.nationalCode}</Code>,
                  },
                  {
                    label: t("network.person.capacities"),
                    value:
                      listed(
                        record.capacities.map((one) => t(capacityKey(one))),
                        locale,
                      ) || null,
                  },
                  { label: t("network.circles"), value: listed(record.circles, locale) || null },
                  { label: t("network.duplicates.contacts"), value: <Num value={record.contacts} /> },
                  {
                    label: t("network.person.joined"),
                    value: record.joinedOn && <DateText iso={record.joinedOn as IsoDate} />,
                  },
                  {
                    label: t("network.duplicates.reached"),
                    value: record.heardOn ? (
                      <DateText iso={record.heardOn as IsoDate} />
                    ) : (
                      t("network.unheard")
                    ),
                  },
                ]}
              />
            </Sheet>
          );
        })}
      </div>
      <MergeForm pair={pair} answer={answer} requestId={requestId} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.duplicates.title");

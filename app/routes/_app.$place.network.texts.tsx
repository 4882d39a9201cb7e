import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { settleText } from "~/areas/network/commands/settle-text.server";
import { TextCard } from "~/areas/network/components/texts/text-card";
import type { NetworkKey } from "~/areas/network/messages";
import { listTextsToLookAt } from "~/areas/network/queries.server/texts";
import { SettleText } from "~/areas/network/schema/texts";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** Free texts of the county that may hold what the network never keeps of anybody. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const cursor = new URL(args.request.url).searchParams.get("after");
  const texts = await reading(actor, (db) => listTextsToLookAt(db, actor.place.id, cursor));
  return {
    texts,
    isLater: cursor !== null,
    base: `/${actor.place.id}/network`,
    // Each row is an act of its own.
    requestIds: texts.rows.map(() => uuidv7()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  return submit(args.request, SettleText, async (input) => {
    await settleText(actor, input);
    return redirect(`/${actor.place.id}/network/texts`);
  });
}

export default function TextsPage() {
  const { texts, isLater, base, requestIds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  const here = `${base}/texts`;
  const said = [
    ...(answer?.refusal ? [answer.refusal.code] : []),
    ...Object.values(answer?.result.error ?? {}).flatMap((codes) => codes ?? []),
  ];
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.texts")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.texts.lead")}</p>
      {[...new Set(said)].map((code) => (
        <div key={code} className="mb-4 max-w-160">
          <Notice kind="brick" live title={errorText(code)} />
        </div>
      ))}
      {texts.rows.length === 0 ? (
        <EmptyState title={t("network.texts.none.title")}>{t("network.texts.none.text")}</EmptyState>
      ) : (
        <ul className="flex max-w-160 flex-col gap-3">
          {texts.rows.map((row, index) => (
            <TextCard
              key={`${row.source} ${row.recordId}`}
              row={row}
              base={base}
              requestId={requestIds[index] ?? ""}
            />
          ))}
        </ul>
      )}
      {(texts.next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={texts.next ? `${here}?after=${texts.next}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.texts");

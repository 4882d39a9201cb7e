import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { undoMerge } from "~/areas/network/commands/undo-merge.server";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import { TwinReasons } from "~/areas/network/components/duplicates/twin-reasons";
import type { NetworkKey } from "~/areas/network/messages";
import { UNDO_MERGE_DAYS } from "~/areas/network/choices";
import { countPairs, listMerges, listPairs } from "~/areas/network/queries.server/pairs";
import { UndoMerge } from "~/areas/network/schema/twins";
import { now } from "~/kernel/clock.server";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";

const DAY_MS = 86_400_000;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const cursor = new URL(args.request.url).searchParams.get("after");
  const since = new Date(now().getTime() - UNDO_MERGE_DAYS * DAY_MS);
  const desk = await reading(actor, async (db) => ({
    pairs: await listPairs(db, actor.place.id, cursor),
    waiting: await countPairs(db, actor.place.id),
    merges: cursor ? [] : await listMerges(db, actor.place.id, since),
  }));
  const merges = desk.merges.map((merge) => ({ ...merge, mergedAt: merge.mergedAt.toISOString() }));
  return {
    ...desk,
    merges,
    isLater: cursor !== null,
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, UndoMerge, async ({ mergeId }) => {
    await undoMerge(actor, mergeId);
    return redirect(`/${actor.place.id}/network/duplicates`);
  });
}

export default function DuplicatesPage() {
  const { pairs, waiting, merges, isLater, place, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  /** A name with the end of its number: two records of one person often bear one name. */
  const named = (name: string, mobile: string | null) =>
    mobile === null
      ? name
      : t("network.duplicates.ending", { name, end: localDigits(mobile.slice(-4), locale) });
  const errorText = useErrorText();
  const here = `${base}/duplicates`;
  return (
    <>
      <PageHeader
        title={t("network.title")}
        actions={pairs.rows.length > 0 && <ExportButton place={place} list="duplicates" />}
      />
      <NetworkTabs base={base} current="duplicates" keeps duplicates={waiting} />
      {answer?.refusal && (
        <Notice kind="brick" live>
          {errorText(answer.refusal.code)}
        </Notice>
      )}
      {pairs.rows.length === 0 ? (
        <EmptyState title={t("network.duplicates.none.title")}>
          {t("network.duplicates.none.text")}
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 max-w-160 text-second text-ink-3">{t("network.duplicates.why")}</p>
          <ul className="divide-y divide-line border-y border-line">
            {pairs.rows.map(({ id, first, second, reasons }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <div className="min-w-0 flex-1 basis-64">
                  <p className="text-body font-semibold">
                    {t("network.duplicates.and", { first: first.fullName, second: second.fullName })}
                  </p>
                  <TwinReasons reasons={reasons} />
                </div>
                <LinkButton to={`${here}/${id}`}>{t("network.duplicates.compare")}</LinkButton>
              </li>
            ))}
          </ul>
          {(pairs.next || isLater) && (
            <Pager
              previous={isLater ? here : undefined}
              next={pairs.next ? `${here}?after=${pairs.next}` : undefined}
            />
          )}
        </>
      )}
      {merges.length > 0 && (
        <Section title={t("network.duplicates.merged")}>
          <ul className="divide-y divide-line">
            {merges.map(({ id, keptName, goneName, keptMobile, goneMobile, mergedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <p className="min-w-0 flex-1 basis-64">
                  {t("network.duplicates.was", {
                    gone: named(goneName, goneMobile),
                    kept: named(keptName, keptMobile),
                  })}{" "}
                  <span className="text-meta text-ink-3">
                    <InstantText instant={mergedAt} />
                  </span>
                </p>
                <Form method="post">
                  <input type="hidden" name="requestId" value={requestId} />
                  <input type="hidden" name="mergeId" value={id} />
                  <Button>{t("network.duplicates.undo")}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.duplicates");

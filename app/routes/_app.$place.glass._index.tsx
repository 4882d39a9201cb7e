import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { listDivisions } from "~/areas/divisions/queries.server";
import { endGlass } from "~/areas/network/commands/end-glass.server";
import { GrantTable, type ShownGrant } from "~/areas/network/components/glass/grant-table";
import type { NetworkKey } from "~/areas/network/messages";
import { listGrants } from "~/areas/network/queries.server/glass";
import { EndGlass } from "~/areas/network/schema/glass";
import { divisionOf } from "~/division-param.server";
import { may } from "~/kernel/authorize";
import { idFrom, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useErrorText, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** The looks that a province opened, or those into a county: the same rows from both ends. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor", "representative");
  const { place } = actor;
  const isCounty = place.level === "county";
  const url = new URL(args.request.url).searchParams;
  const cursor = url.get("after");
  const page = await reading(actor, async (db) => {
    const grants = await listGrants(db, isCounty ? { county: place.id } : { province: place.id }, cursor);
    const names = await listDivisions(
      db,
      grants.rows.map(({ divisionId }) => divisionId),
    );
    return { ...grants, names: names.map(({ id, nameFa, nameEn }) => ({ id, nameFa, nameEn })) };
  });
  const nameOf = (id: number) => {
    const found = page.names.find((one) => one.id === id);
    return (args.context.scope.locale === "fa" ? found?.nameFa : found?.nameEn) ?? "";
  };
  return {
    isCounty,
    place: place.id,
    base: `/${place.id}/glass`,
    grants: page.rows.map(({ openedAt: _openedAt, shownAt, endedAt, openedByKey, ...grant }): ShownGrant => {
      const mayEnd = grant.isOpen && may(actor, "end", "Glass", { ...grant, openedByKey });
      return {
        ...grant,
        shownAt: shownAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        county: nameOf(grant.divisionId),
        mayEnd,
        mayEnter: mayEnd && may(actor, "look", "Glass"),
      };
    }),
    next: page.next,
    isLater: cursor !== null,
    mayOpen: may(actor, "open", "Glass"),
    said: (["opened", "ended", "closed"] as const).find((one) => url.has(one)),
    requestId: uuidv7(),
  };
}

/** Ends the look that the address names (`?grant&county`). */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const grantId = idFrom(url.get("grant"));
  const county = divisionOf({ params: { county: url.get("county") ?? undefined } }, "county");
  return submit(args.request, EndGlass, async () => {
    await endGlass(actor, county, grantId);
    return redirect(`/${actor.place.id}/glass?ended`);
  });
}

export default function GlassPage() {
  const { isCounty, place, base, grants, next, isLater, mayOpen, said, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  return (
    <>
      <PageHeader
        title={t(isCounty ? "network.glass.county" : "network.glass")}
        actions={
          <>
            <ExportButton place={place} list="looks" />
            {mayOpen && (
              <LinkButton kind="primary" icon="eye" to={`${base}/new`}>
                {t("network.glass.open")}
              </LinkButton>
            )}
          </>
        }
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">
        {t(isCounty ? "network.glass.lead.county" : "network.glass.lead.province")}
      </p>
      {answer?.refusal ? (
        <div className="mb-4 max-w-160">
          <Notice kind="brick" live title={errorText(answer.refusal.code)} />
        </div>
      ) : (
        said && (
          <div className="mb-4 max-w-160">
            <Notice live kind={said === "closed" ? "saffron" : "info"} title={t(`network.glass.${said}`)} />
          </div>
        )
      )}
      <GrantTable grants={grants} base={base} isCounty={isCounty} requestId={requestId} />
      {(next || isLater) && (
        <Pager
          previous={isLater ? base : undefined}
          next={next ? `${base}?${new URLSearchParams({ after: next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.glass");

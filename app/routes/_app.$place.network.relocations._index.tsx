import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { RelocationTable } from "~/areas/network/components/relocation/relocation-table";
import type { NetworkKey } from "~/areas/network/messages";
import { listRelocations } from "~/areas/network/queries.server/relocations";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

const SIDES = ["in", "out"] as const;

/** Who would come to this county, and who would go from it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const url = new URL(args.request.url).searchParams;
  const side = SIDES.find((one) => one === url.get("side")) ?? "in";
  const { today } = args.context.scope;
  return {
    page: await reading(actor, (db) => listRelocations(db, actor.place.id, side, today, url.get("after"))),
    side,
    isLater: url.has("after"),
    base: `/${actor.place.id}/network`,
  };
}

export default function RelocationsPage() {
  const { page, side, isLater, base } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const of = (one: string) => `${base}/relocations?side=${one}`;
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.relocations")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.relocations.lead")}</p>
      <FilterChips
        label={t("network.relocations.sides")}
        chips={SIDES.map((one) => ({
          to: of(one),
          label: t(`network.relocations.${one}`),
          active: one === side,
        }))}
      />
      <RelocationTable rows={page.rows} side={side} base={base} />
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? of(side) : undefined}
          next={page.next ? `${of(side)}&after=${page.next}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.relocations");

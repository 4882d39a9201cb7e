import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { bounded, standingsOf, type PictureNode } from "~/areas/network/circles/circle-picture";
import { CircleDrawing, type DrawnNode } from "~/areas/network/components/circles/circle-drawing";
import { PictureTable } from "~/areas/network/components/circles/picture-table";
import type { NetworkKey } from "~/areas/network/messages";
import { layOut } from "~/areas/network/circles/picture-layout.server";
import { pictureOf } from "~/areas/network/queries.server/circle-picture";
import { getCircle } from "~/areas/network/queries.server/circles";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const circleId = idIn(args.params, "circleId");
  const base = `/${actor.place.id}/network`;
  const { circle, whole } = await reading(actor, async (db) => {
    const { id, name } = await getCircle(db, actor.place, circleId);
    return {
      circle: { id, name },
      whole: await pictureOf(db, actor.place.id, { id, name }, args.context.scope.today),
    };
  });
  const standings = standingsOf(whole);
  const { centre, nodes, lines, leftOut } = bounded(whole);
  const pageOf = ({ kind, id }: PictureNode) =>
    kind === "office" ? null : `${base}/${kind === "person" ? "people" : "circles"}/${id}`;
  const drawn: DrawnNode[] = nodes.map((node) => ({
    ...node,
    standing: standings.get(node.key) ?? null,
    to: pageOf(node),
    isCentre: node.key === centre,
  }));
  return {
    circle,
    nodes: drawn,
    lines,
    leftOut,
    layout: layOut({ centre, nodes, lines }),
    alone: [...standings.values()].filter(({ isAlone }) => isAlone).length,
    hasMembers: whole.nodes.some(({ isMember }) => isMember),
    here: `${base}/circles/${circleId}`,
  };
}

export default function CirclePicturePage() {
  const { circle, nodes, lines, leftOut, layout, alone, hasMembers, here } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const caption = t("network.picture.caption", { name: circle.name });
  return (
    <>
      <PageHeader back={{ to: here, label: circle.name }} title={t("network.picture.open")} />
      {!hasMembers ? (
        <EmptyState title={t("network.picture.none")} />
      ) : (
        <>
          <ul className="mb-4 flex max-w-160 flex-col gap-1 text-body">
            {nodes.map(
              ({ key, standing, ...node }) =>
                standing?.leaning && (
                  <li key={key}>
                    {t("network.picture.leaning-of", { ...standing.leaning, name: node[locale] })}
                  </li>
                ),
            )}
            <li>
              {alone > 0
                ? t("network.picture.alone-count", { count: alone })
                : t("network.picture.alone-none")}
            </li>
          </ul>
          <div className="max-sm:hidden">
            <Sheet>
              <CircleDrawing title={caption} nodes={nodes} lines={lines} layout={layout} />
              <p className="mt-2 text-meta text-ink-3">{t("network.picture.intro")}</p>
            </Sheet>
          </div>
          <p className="mt-2 max-w-160 text-meta text-ink-3">
            {t("network.picture.rule")}
            {leftOut > 0 && ` ${t("network.picture.left-out", { count: leftOut })}`}
          </p>
          <Section title={caption}>
            <PictureTable caption={caption} nodes={nodes} />
          </Section>
        </>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.picture");

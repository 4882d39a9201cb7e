import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { areaRules } from "~/abilities";
import { requireActor } from "~/actor.server";
import { PowerPage } from "~/areas/posts/components/power-table";
import type { PostsKey } from "~/areas/posts/messages";
import { POWER_HOLDERS, powerMatrix } from "~/areas/posts/power-matrix";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

/** Who may do what: the reader's own role first, every role where asked for. */
export function loader(args: LoaderFunctionArgs) {
  const { place, role } = requireActor(args);
  const asked = new URL(args.request.url).searchParams.get("role");
  const own = POWER_HOLDERS.find((one) => one === (asked ?? role));
  return { rows: powerMatrix(areaRules), holders: POWER_HOLDERS, chosen: own ?? null, base: `/${place.id}` };
}

export default function PowersPage() {
  const { base, ...shown } = useLoaderData<typeof loader>();
  const t = useT<PostsKey>();
  return (
    <PowerPage {...shown} here={`${base}/powers`} back={{ to: `${base}/posts`, label: t("posts.title") }} />
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.powers");

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { areaRules } from "~/abilities";
import { requireAdministrator } from "~/actor.server";
import { PowerPage } from "~/areas/posts/components/power-table";
import type { PostsKey } from "~/areas/posts/messages";
import { POWER_HOLDERS, powerMatrix } from "~/areas/posts/power-matrix";
import { pageTitle } from "~/page-title";

/** Who may do what, for whoever opens posts: every role beside the others. */
export function loader(args: LoaderFunctionArgs) {
  requireAdministrator(args);
  const asked = new URL(args.request.url).searchParams.get("role");
  const chosen = POWER_HOLDERS.find((one) => one === asked) ?? null;
  return { rows: powerMatrix(areaRules), holders: POWER_HOLDERS, chosen };
}

export default function AdministrationPowersPage() {
  return <PowerPage {...useLoaderData<typeof loader>()} here="/admin/powers" />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.powers");

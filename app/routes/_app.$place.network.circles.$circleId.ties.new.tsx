import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { NewTie } from "~/areas/network/components/circles/new-tie";
import type { NetworkKey } from "~/areas/network/messages";
import { newTie, takeNewTie } from "~/areas/network/ties/new-tie.server";
import { idIn } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "circleId");
  return newTie(actor, { kind: "circle", id }, args.request, args.context.scope);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return takeNewTie(actor, { kind: "circle", id: idIn(args.params, "circleId") }, args.request);
}

export default function NewTieOfCirclePage() {
  return <NewTie page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.tie.new");

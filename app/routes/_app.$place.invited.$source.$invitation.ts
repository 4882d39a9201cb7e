import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { linkOfOwnPost } from "~/invitee-door.server";
import { idIn } from "~/kernel/http.server";

/** Leads whoever holds an invited post on to his invitation from a place above; anybody else to what he was told. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const link = await linkOfOwnPost(actor, Number(args.params.source), idIn(args.params, "invitation"));
  throw redirect(link ?? `/${actor.place.id}/notifications`);
}

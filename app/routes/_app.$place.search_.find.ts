import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { SearchPeople } from "~/areas/network/schema/people";
import { idFrom, reading, submit } from "~/kernel/http.server";
import { findAll } from "~/search-everything.server";

/** As one types, a handful of each kind. */
const HANDFUL = 6;

export const loader = () => idFrom(undefined);

/** What the top line's search shows while one types: by POST, so that no name stands in an address. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { locale, today } = args.context.scope;
  return submit(args.request, SearchPeople, async ({ q = "" }) =>
    Response.json({
      groups: await reading(actor, (db) => findAll(db, actor, { q, size: HANDFUL, locale, today })),
    }),
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { getSource } from "~/areas/meetings/queries.server/minutes";
import { authorize } from "~/kernel/authorize";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/lib/identifiers";

/** The pasted text, whole and untouched. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = args.params.draft ?? "";
  if (!isUuid(id)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const text = await reading(actor, (db) => {
    authorize(actor, "import", "Minutes");
    return getSource(db, actor.place.id, id);
  });
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

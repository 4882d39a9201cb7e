import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { evidenceResponse } from "~/areas/obligations/evidence/response.server";
import { getEvidence } from "~/areas/obligations/queries.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/lib/identifiers";

/** A piece of evidence, for whoever sees its obligation. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = args.params.evidence ?? "";
  if (!isUuid(id)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return evidenceResponse(await reading(actor, (db) => getEvidence(db, actor.place, id)));
}

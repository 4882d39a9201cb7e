import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOfficer } from "~/actor.server";
import { evidenceResponse } from "~/areas/obligations/evidence/response.server";
import { getEvidence } from "~/areas/obligations/queries.server";
import { scopeOf } from "~/kernel/actor";
import { idIn, reading } from "~/kernel/http.server";

/** A piece of evidence of what the office owes, or passed on. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const id = idIn(args.params, "evidence");
  const place = scopeOf(office.divisionId);
  return evidenceResponse(await reading(actor, (db) => getEvidence(db, place, id)));
}

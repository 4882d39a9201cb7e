import type { LoaderFunctionArgs } from "@remix-run/node";
import { officeByToken } from "~/actor.server";
import { evidenceResponse } from "~/areas/obligations/evidence-response.server";
import { getEvidence } from "~/areas/obligations/queries.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/lib/identifiers";

/** A piece of evidence of the office's own obligations. */
export async function loader({ params }: LoaderFunctionArgs) {
  const door = await officeByToken(params.token ?? "");
  const id = params.evidence ?? "";
  if (!door || !isUuid(id)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const { divisionId } = door.office;
  return evidenceResponse(
    await reading(door.actor, (db) => getEvidence(db, { lo: divisionId, hi: divisionId }, id)),
  );
}

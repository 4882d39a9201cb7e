import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceResponse } from "~/areas/obligations/evidence/response.server";
import { getEvidence } from "~/areas/obligations/queries.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/lib/identifiers";
import { openOfficeDoor } from "~/office-door.server";

/** A piece of evidence of the office's own obligations. */
export async function loader(args: LoaderFunctionArgs) {
  const { door } = await openOfficeDoor(args);
  const id = args.params.evidence ?? "";
  if (!door || !isUuid(id)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const { divisionId } = door.where;
  return evidenceResponse(
    await reading(door.actor, (db) => getEvidence(db, { lo: divisionId, hi: divisionId }, id)),
  );
}
